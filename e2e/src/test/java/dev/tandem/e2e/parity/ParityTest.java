package dev.tandem.e2e.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.mutations.Mutants;
import dev.tandem.e2e.mutations.Mutation;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tandem finds offline is what the stock CLI finds with a provider: by rule, resource and level. */
@NeedsTools
class ParityTest {

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void theProgramAsItIs(String stack) {
        assertEqual(Mutants.planned().get(stack), Mutants.clean(), stack);
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void theSameResources(String stack) {
        List<String> offline = Mutants.clean().stack(stack).path("resources").findValuesAsText("urn");

        assertThat(Mutants.planned().get(stack).events().resources()).containsExactlyInAnyOrderElementsOf(offline);
    }

    @ParameterizedTest
    @CsvSource({
        "open-security-group, eu-central-1", "open-security-group, eu-west-1",
        "role-without-boundary, eu-central-1", "role-without-boundary, eu-west-1",
        "bucket-without-encryption, eu-central-1", "bucket-without-encryption, eu-west-1",
        "replica-outside-the-eu, eu-central-1", "replica-outside-the-eu, eu-west-1",
        "over-the-ceiling, eu-central-1", "over-the-ceiling, eu-west-1"
    })
    void theForbiddenPlan(String name, String stack) {
        Mutants.Refusal refusal = Mutants.refused(Mutation.named(name));

        assertEqual(refusal.planned().get(stack), refusal.tandem(), stack);
    }

    private static void assertEqual(Outcome outcome, Tandem.Report report, String stack) {
        List<String> stock = outcome.events().findings().stream()
                .map(finding -> finding.policy() + " " + finding.level() + " " + finding.urn()).sorted().toList();
        List<String> offline = report.findings(stack).stream()
                .map(finding -> finding.rule() + " " + finding.level() + " " + finding.urn()).sorted().toList();
        assertThat(offline).isNotEmpty().isEqualTo(stock);
    }
}
