package dev.tandem.e2e.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.mutations.Mutation.Expected;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.Stacks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each small mistake in the program is found, as what it is, and nothing else is. */
@Tag("e2e")
class MutationsTest {

    @ParameterizedTest
    @MethodSource("dev.tandem.e2e.mutations.Mutation#all")
    void theMistakeIsFoundAndNothingElse(Mutation mutation) {
        Tandem.Report report = Mutants.previewed(mutation);

        assertThat(mandatory(report)).as(report.text()).containsExactlyElementsOf(mutation.findings());
        assertThat(report.exit()).isEqualTo(1);
    }

    private static List<Expected> mandatory(Tandem.Report report) {
        List<Expected> found = new ArrayList<>();
        for (String stack : Stacks.BOTH) {
            assertThat(report.stack(stack).path("problems")).isEmpty();
            report.mandatory(stack).forEach(finding -> found.add(new Expected(stack, finding.id(), finding.urn())));
        }
        return found.stream().sorted().toList();
    }
}
