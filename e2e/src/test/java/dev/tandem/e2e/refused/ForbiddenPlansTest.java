package dev.tandem.e2e.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.mutations.Mutants;
import dev.tandem.e2e.mutations.Mutants.Refusal;
import dev.tandem.e2e.mutations.Mutation;
import dev.tandem.e2e.mutations.Mutation.Expected;
import dev.tandem.e2e.stock.EngineEvents.PolicyFinding;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Five programs that must never be deployed. The stock CLI with the policy pack refuses each in the preview and in the
 * update, where nothing is made, and tells the rule, the resource and the fix.
 */
@NeedsTools
class ForbiddenPlansTest {

    private static final List<String> FORBIDDEN = Mutants.FORBIDDEN;

    @ParameterizedTest
    @FieldSource("FORBIDDEN")
    void thePreviewRefusesIt(String name) {
        assertRefused(Mutation.named(name), Mutants.refused(Mutation.named(name)).planned().get(Stacks.PRIMARY));
    }

    @ParameterizedTest
    @FieldSource("FORBIDDEN")
    void theUpdateRefusesItAndMakesNothing(String name) {
        Refusal refusal = Mutants.refused(Mutation.named(name));

        assertRefused(Mutation.named(name), refusal.applied());
        assertThat(refusal.existing()).isZero();
    }

    @Test
    @Covers(value = {"R1.5", "R12.5"}, evidence = Evidence.SIMULATED)
    void aStackOverItsCeilingNamesBothNumbersAndTheDearestLines() {
        Outcome outcome = Mutants.refused(Mutation.named("over-the-ceiling")).planned().get(Stacks.PRIMARY);

        assertThat(outcome.text()).containsPattern("EUR 1\\d\\d\\.\\d\\d").contains("100.00").contains("Dearest");
    }

    private static void assertRefused(Mutation mutation, Outcome outcome) {
        List<Expected> expected = mutation.findings().stream().filter(one -> one.stack().equals(Stacks.PRIMARY)).toList();
        assertThat(expected).as("findings of the primary, in the patch").isNotEmpty();
        assertThat(outcome.exit()).as(outcome.text()).isEqualTo(1);
        List<PolicyFinding> found = outcome.events().findings().stream()
                .filter(finding -> finding.level().equals("mandatory")).distinct().toList();
        assertThat(found).as(outcome.text()).extracting(finding -> finding.policy() + " " + finding.urn())
                .containsExactlyInAnyOrderElementsOf(expected.stream().map(one -> one.rule() + " " + one.urn()).toList());
        for (Expected one : expected) {
            String resource = one.urn().substring(one.urn().lastIndexOf("::") + 2);
            assertThat(outcome.text()).contains(one.rule()).contains(resource).contains("fix:");
        }
    }
}
