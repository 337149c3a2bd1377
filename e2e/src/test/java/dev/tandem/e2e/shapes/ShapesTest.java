package dev.tandem.e2e.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every example is a pair that the pack lets through, at the price and with the advice that its page says;
 * {@code -Dshapes.update=true} writes both pages again.
 */
@Tag("e2e")
class ShapesTest {

    private static final String PAGE = "examples/README.md";

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "resilient", "adopting"})
    @Covers({"R1.5", "R7.5"})
    void previewsWithoutAViolationAtThePriceOnItsPage(String name) {
        Tandem.Report report = Shape.example(name);

        assertThat(report.exit()).as(report.text()).isZero();
        List<String> found = List.of(
                Shape.eur(report, "eu-central-1", "monthlyEur"), Shape.eur(report, "eu-west-1", "monthlyEur"),
                Shape.eur(report, "eu-central-1", "worstCaseEur"), Shape.eur(report, "eu-west-1", "worstCaseEur"));
        assertThat(Shape.row(PAGE, "prices", name, found)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "resilient", "adopting"})
    void hasTheAdviceOnItsPageAndNoOther(String name) {
        Tandem.Report report = Shape.example(name);
        TreeSet<String> said = new TreeSet<>();
        Shape.STACKS.forEach(stack -> report.findings(stack).forEach(finding -> said.add("`" + finding.rule() + "`")));

        List<String> found = List.of(said.isEmpty() ? "none" : String.join(", ", said));
        assertThat(Shape.row(PAGE, "advice", name, found)).isEqualTo(found);
    }

    @Test
    void nothingIsWithoutAPrice() {
        for (String name : List.of("minimal", "resilient", "adopting")) {
            Shape.STACKS.forEach(stack -> assertThat(Shape.example(name).stack(stack).path("cost").path("notPriced"))
                    .as("%s in %s", name, stack).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoints", "isolated", "nat-single", "nat-per-az"})
    @Covers("R7.1")
    void everyWayOutCostsWhatItsPageSays(String egress) {
        Tandem.Report report = Shape.changed("egress " + egress, text -> text
                .replace("    endpointAvailabilityZones: 1\n", "    endpointAvailabilityZones: 1\n    egress: " + egress + "\n")
                .replace("tandem:costCeilingEur: 100", "tandem:costCeilingEur: 200"));

        assertThat(report.exit()).as(report.text()).isZero();
        List<String> found =
                List.of(Shape.eur(report, "eu-central-1", "monthlyEur"), Shape.eur(report, "eu-west-1", "monthlyEur"));
        assertThat(Shape.row("docs/network.md", "ways out", egress, found)).isEqualTo(found);
    }
}
