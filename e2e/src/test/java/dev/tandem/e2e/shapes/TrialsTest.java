package dev.tandem.e2e.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both stacks with a trial of each service, one of them with a canary as the pipeline makes it: the pack lets them through, at the price on the page. */
@Tag("e2e")
class TrialsTest {

    private static final String PAGE = "docs/staging.md";

    private static String withTrials(String text) {
        String region = text.contains("aws:region: eu-central-1") ? "eu-central-1" : "eu-west-1";
        return text.replace("tandem:costCeilingEur: 100", "tandem:costCeilingEur: 120")
                .replace("eu-compliance:worstCaseCeilingEur: 130", "eu-compliance:worstCaseCeilingEur: 160")
                .replace("  tandem:services:\n", "  eu-compliance:furtherBoundaryArns: [\"arn:aws:iam::111122223333:policy/"
                        + "tandem-prod-staging-boundary-" + region + "\"]\n  tandem:staging:\n    services:\n"
                        + "      auth: {image: \"tandem/prod/auth:1.5.0\", canaryImage: \"tandem/prod/auth:1.6.0\"}\n"
                        + "      persona: {image: \"tandem/prod/persona:1.5.0\"}\n"
                        + "  tandem:services:\n");
    }

    @Test
    @Covers({"R1.5", "R8.2"})
    void previewWithoutAViolationAtThePriceOnTheirPage() {
        Tandem.Report report = Shape.changed("trials", TrialsTest::withTrials);

        assertThat(report.exit()).as(report.text()).isZero();
        List<String> found = List.of(
                Shape.eur(report, "eu-central-1", "monthlyEur"), Shape.eur(report, "eu-west-1", "monthlyEur"));
        assertThat(Shape.row(PAGE, "prices", "auth and persona", found)).isEqualTo(found);
        for (String stack : Shape.STACKS) {
            assertThat(report.mandatory(stack)).as("mandatory findings of %s", stack).isEmpty();
            assertThat(report.stack(stack).path("cost").path("notPriced")).as("without a price in %s", stack).isEmpty();
            assertThat(report.stack(stack).path("cost").path("lines").findValuesAsText("component"))
                    .as("lines of the bill of %s", stack).anyMatch(component -> component.startsWith("auth-stg"));
        }
    }
}
