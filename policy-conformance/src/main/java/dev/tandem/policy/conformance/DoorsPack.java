package dev.tandem.policy.conformance;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.Map;

/**
 * Not one of the eleven: uses all that an engine fills in, so that what engines of several ages send can be recorded and
 * answered again.
 */
final class DoorsPack {

    private static final String DOOR = "simple:index:Door";

    private DoorsPack() {}

    static Pack pack(StackInfo stack) {
        return Pack.named("doors", "1.0.0")
                .defaultLevel(EnforcementLevel.ADVISORY)
                .rule(Rule.resource("narrow").on(DOOR).summary("Doors are wide").config("minimum", Map.of("type", "integer", "default", 90))
                        .check(c -> {
                            long least = c.config().at("minimum").integerOr(0);
                            if (c.get("width").integerOr(0) < least) {
                                c.violation(c.get("width"), "narrower than " + least);
                            }
                        }))
                .rule(Rule.resource("green").on(DOOR).summary("Doors are green").level(EnforcementLevel.REMEDIATE)
                        .remediate(c -> c.get("colour").is("green") ? Map.of() : Map.of("colour", Values.of("green")))
                        .build())
                .rule(Rule.resource("locked").on(DOOR).summary("Keys are secret").check(c -> {
                    if (c.isSecret("key")) {
                        c.violation(c.get("key"), "is secret, and reads " + c.get("key").stringOr(""));
                    }
                }))
                .rule(Rule.resource("told").on("pulumi:pulumi:Stack").summary("The engine tells about the stack").check(c -> c.violation(
                        stack.project() + "/" + stack.stack() + " in " + stack.config("region").orElse("no region")
                                + ", preview: " + stack.dryRun().map(String::valueOf).orElse("not said")
                                + ", secrets: " + stack.secretKeys())))
                .rule(Rule.stack("joined").summary("Doors stand alone").checkStack(c -> c.graph().ofType(DOOR).forEach(door -> {
                    c.graph().referenced(door, "width").forEach(other -> c.violation(door, "its width comes from " + other.name()));
                    c.graph().parentOf(door).ifPresent(house -> c.violation(door, "belongs to " + house.name()));
                })))
                .build();
    }
}
