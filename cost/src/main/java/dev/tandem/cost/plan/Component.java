package dev.tandem.cost.plan;

/**
 * Who owns a cost: the outermost component below the stack.
 *
 * @param name name of the component resource, for example {@code auth}; {@code stack} for what hangs on the stack
 * @param type last part of its type, for example {@code MeshService}; empty for the stack
 */
public record Component(String name, String type) implements Comparable<Component> {

    /** Resources without a component above them. */
    public static final Component STACK = new Component("stack", "");

    /** Costs that several components share. */
    public static final Component SHARED = new Component("shared", "");

    @Override
    public int compareTo(Component other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return type.isEmpty() ? name : name + " (" + type + ")";
    }
}
