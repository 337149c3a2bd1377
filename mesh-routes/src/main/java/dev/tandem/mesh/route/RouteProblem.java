package dev.tandem.mesh.route;

/**
 * One thing that is wrong with a route document.
 *
 * @param path     where, such as {@code versions[canary].weight}
 * @param found    what is there, with the numbers
 * @param expected what would fit, and how to get there
 */
public record RouteProblem(String path, String found, String expected) {

    /** {@code PATH: found …, expected …}. */
    @Override
    public String toString() {
        return path + ": found " + found + ", expected " + expected;
    }
}
