package dev.tandem.e2e.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.EngineEvents.Diagnostic;
import dev.tandem.e2e.stock.EngineEvents.PolicyFinding;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock CLI plans, applies and removes both stacks, with the policy pack, on the simulated provider. */
@NeedsTools
class LifecycleTest {

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    @Covers(value = "R1.1", evidence = Evidence.SIMULATED)
    void thePreviewFromAnEmptyCloneIsCleanAndCreatesNothing(String stack) {
        Outcome outcome = Lifecycle.lived().planned.get(stack);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(mandatory(outcome)).isEmpty();
        assertThat(outcome.events().changes()).containsOnlyKeys("create");
        assertThat(outcome.events().changes().get("create")).isGreaterThan(100);
        assertThat(Lifecycle.lived().journals.get("planned")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void noStepSaysAnythingThatIsNotAskedFor(String stack) {
        Lifecycle lifecycle = Lifecycle.lived();

        for (Outcome outcome : List.of(lifecycle.applied.get(stack), lifecycle.appliedAgain.get(stack), lifecycle.destroyed.get(stack))) {
            assertThat(outcome.events().diagnostics()).as(outcome.text()).isEmpty();
        }
        assertThat(besidesTimes(lifecycle.planned.get(Stacks.PRIMARY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    @Covers(value = "R1.2", evidence = Evidence.DESIGNED)
    void thePreviewSaysHowLongARecoveryTakes(String stack) {
        assertThat(Lifecycle.lived().planned.get(stack).events().diagnostics()).anySatisfy(said ->
                assertThat(said.message()).contains("recovery takes up to 780 s of 900 s: detection 240 s"));
    }

    /** The one thing there is to say, and only where the other region is not there yet. */
    @Test
    void thePreviewOfASecondaryWithoutPrimarySaysWhatIsLeftOut() {
        assertThat(besidesTimes(Lifecycle.lived().planned.get(Stacks.SECONDARY))).singleElement().satisfies(said -> {
            assertThat(said.severity()).isEqualTo("info");
            assertThat(said.message()).contains("eu-central-1 is not deployed yet", "peering and failover records are left out");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    @Covers(value = "R1.1", evidence = Evidence.SIMULATED)
    void upCreatesEverythingThatWasPlanned(String stack) {
        Outcome outcome = Lifecycle.lived().applied.get(stack);
        Outcome plan = Lifecycle.lived().planned.get(stack);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).containsOnlyKeys("create");
        assertThat(outcome.events().resources()).containsAll(plan.events().resources());
        Set<String> made = urns(Lifecycle.lived().journals.get("applied"), "create");
        assertThat(plan.events().resources().stream().filter(urn -> EngineEvents.type(urn).startsWith("aws:")))
                .isNotEmpty().allMatch(made::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void aSecondUpChangesNothing(String stack) {
        Outcome outcome = Lifecycle.lived().appliedAgain.get(stack);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).as(outcome.text()).containsOnlyKeys("same");
        assertThat(Lifecycle.lived().journals.get("applied again")).isEqualTo(Lifecycle.lived().journals.get("settled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void destroyRemovesEverything(String stack) {
        Outcome outcome = Lifecycle.lived().destroyed.get(stack);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.events().changes()).containsOnlyKeys("delete");
        assertThat(Lifecycle.lived().left).isZero();
    }

    /** What is said besides the times that every preview states. */
    private static List<Diagnostic> besidesTimes(Outcome outcome) {
        return outcome.events().diagnostics().stream()
                .filter(said -> !said.message().matches("(?s).*(recovery takes up to|discovery is right within) \\d+ s of.*"))
                .toList();
    }

    private static List<PolicyFinding> mandatory(Outcome outcome) {
        return outcome.events().findings().stream().filter(finding -> finding.level().equals("mandatory")).toList();
    }

    private static Set<String> urns(List<String> journal, String action) {
        return journal.stream().map(line -> line.split("\t")).filter(columns -> columns[0].equals(action))
                .map(columns -> columns[4]).collect(Collectors.toSet());
    }
}
