package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Locale;
import java.util.Optional;

/** The two questions that most rules ask of a property, with a message that has both sides. */
public final class Expect {

    private Expect() {}

    /**
     * A switch must be on; reports when it is off or missing.
     *
     * @param consequence what is wrong otherwise, without full stop
     * @param paths the switch' names, see {@link First}
     */
    public static void on(ResourceContext context, String consequence, String... paths) {
        Property p = First.of(context.resource(), paths);
        if (!p.boolOr(false)) {
            report(context, p, consequence, "true");
        }
    }

    /** As {@link #on}, for a switch that is on when nothing is said. */
    public static void notOff(ResourceContext context, String consequence, String... paths) {
        Property p = First.of(context.resource(), paths);
        if (!p.boolOr(true)) {
            report(context, p, consequence, "true");
        }
    }

    /** A switch must be off; missing is off. */
    public static void off(ResourceContext context, String consequence, String... paths) {
        Property p = First.of(context.resource(), paths);
        if (p.boolOr(false)) {
            report(context, p, consequence, "false");
        }
    }

    /** Something must be named; reports when it is missing or blank. */
    public static void named(ResourceContext context, String consequence, String expected, String... paths) {
        Property p = First.of(context.resource(), paths);
        if (isBlank(p)) {
            report(context, p, consequence, expected);
        }
    }

    /** Whether nothing, or blank text, is there. */
    public static boolean isBlank(Property p) {
        if (p.isUnknown()) {
            // A value that another resource will give is a value, such as the ARN of a key made in the same plan.
            return false;
        }
        Optional<String> text = p.string();
        return text.isEmpty() || text.get().isBlank();
    }

    /** Reports a property with what was expected of it. */
    public static void report(ResourceContext context, Property p, String consequence, String expected) {
        context.violation(p, detail(p), consequence + ": found " + p + ", expected " + expected);
    }

    /** The property's path without list positions, which are no stable ids. */
    public static String detail(Property p) {
        return p.path().toString().replaceAll("\\[\\d+]", "").toLowerCase(Locale.ROOT);
    }
}
