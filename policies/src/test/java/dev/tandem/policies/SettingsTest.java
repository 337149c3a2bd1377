package dev.tandem.policies;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.testing.RuleTester;
import dev.tandem.policy.testing.TestResource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a rule's setting comes from, when more than one place has it. */
class SettingsTest {

    private static final Rule SAYS = Rule.resource("says").on("aws:kms/key:Key").summary("Says its setting")
            .level(EnforcementLevel.MANDATORY)
            .check(c -> c.violation(c.get("description"), "it is " + Settings.text(c, "endOfLifeOn").orElse("nothing")));

    @Test
    void thePacksOwnNamespaceComesBeforeTheProjects() {
        says(Map.of(), "it is nothing");
        says(Map.of("shop:endOfLifeOn", "project"), "it is project");
        says(Map.of("shop:endOfLifeOn", "project", "eu-compliance:endOfLifeOn", "pack"), "it is pack");
    }

    private static void says(Map<String, String> config, String expected) {
        StackInfo stack = new StackInfo("", "shop", "dev", config, Set.of(), Map.of(), Optional.of(true));
        RuleTester.of(SAYS).stack(stack).on(TestResource.of("aws:kms/key:Key", "k")).assertViolatesOnce(expected);
    }
}
