package dev.tandem.policies.network;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chain of rules by which connections get from somewhere to a resource. Immutable.
 *
 * @param from where it begins: a resource's name, a CIDR, or {@link Reach#INTERNET}
 * @param steps from there on; the last one ends at the resource
 */
public record Way(String from, List<Step> steps) {

    /** Copies the list. */
    public Way {
        steps = List.copyOf(steps);
    }

    /**
     * One hop.
     *
     * @param to the name of what is reached
     * @param by the rules that allow it, one or more, in the order of the plan
     */
    public record Step(String to, List<By> by) {

        /** Copies the list. */
        public Step {
            by = List.copyOf(by);
        }
    }

    /**
     * A rule of a security group.
     *
     * @param rule its name
     * @param ports protocol and ports, such as {@code tcp/443} or {@code all}; {@code ?} when not known yet
     */
    public record By(String rule, String ports) {}

    /** With one rule a hop: {@code the internet → lb (lb-https) → orders (orders-mesh)}. */
    public String chain() {
        StringBuilder out = new StringBuilder(from);
        steps.forEach(s -> out.append(" → ").append(s.to()).append(" (").append(s.by().get(0).rule()).append(')'));
        return out.toString();
    }

    /** With every rule and its ports: {@code the internet → lb (lb-http tcp/80, lb-https tcp/443)}. */
    public String text() {
        StringBuilder out = new StringBuilder(from);
        steps.forEach(s -> out.append(" → ").append(s.to()).append(s.by().stream().map(b -> b.rule() + " " + b.ports())
                .collect(Collectors.joining(", ", " (", ")"))));
        return out.toString();
    }
}
