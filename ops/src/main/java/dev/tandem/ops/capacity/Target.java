package dev.tandem.ops.capacity;

/**
 * How many tasks a service may run.
 *
 * @param service   ECS service, such as {@code auth-stable}
 * @param least     tasks at least
 * @param most      tasks at most
 * @param suspended whether its schedule is suspended
 */
public record Target(String service, int least, int most, boolean suspended) {

    /** Not more than so many, and no schedule that undoes it. */
    Target down(int tasks) {
        return new Target(service, Math.min(least, tasks), Math.min(most, tasks), true);
    }

    /** {@code auth-stable 2..4}. */
    public String text() {
        return service + " " + least + ".." + most + (suspended ? ", schedule suspended" : "");
    }
}
