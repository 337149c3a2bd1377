package dev.tandem.policy.examples.labels;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.Map;
import java.util.regex.Pattern;

/** Names that people can read aloud and all three clouds accept. */
final class Naming {

    static final Rule RULE = Rule.resource("resource-names")
            .on(Labelled.types())
            .summary("Resources are named as agreed")
            .fix("Rename the resource in the program; give it an alias of its old name, so that it is not replaced")
            .level(EnforcementLevel.ADVISORY)
            .config("pattern", Map.of("type", "string", "default", "[a-z][a-z0-9-]{1,40}"))
            .check(c -> {
                String pattern = c.config().at("pattern").stringOr("");
                if (!Pattern.matches(pattern, c.resource().name())) {
                    c.violation("is called '" + c.resource().name() + "', expected " + pattern);
                }
            });

    private Naming() {}
}
