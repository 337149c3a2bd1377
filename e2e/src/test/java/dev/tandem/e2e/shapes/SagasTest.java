package dev.tandem.e2e.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both stacks with outboxes and the sign-up saga, as docs/services.md turns them on: under the ceiling as it is, at the price on the page. */
@Tag("e2e")
class SagasTest {

    private static final String PAGE = "docs/services.md";

    private static String withSagas(String text) {
        return text.replace("      signingKeys:", "      queue: true\n      outbox: true\n      sagas: [sign-up]\n      signingKeys:")
                .replace("      verifiesTokensOf:", "      outbox: true\n      subscriptions: {auth: [AccountDeleted]}\n      verifiesTokensOf:");
    }

    @Test
    @Covers({"R9.2", "R9.3", "R7.1"})
    void previewWithoutAViolationAtThePriceOnTheirPage() {
        Tandem.Report report = Shape.changed("sagas", SagasTest::withSagas);

        assertThat(report.exit()).as(report.text()).isZero();
        for (String stack : Shape.STACKS) {
            assertThat(report.mandatory(stack)).as("findings of %s", stack).isEmpty();
            assertThat(report.stack(stack).path("cost").path("notPriced")).as("without a price in %s", stack).isEmpty();
            assertThat(report.stack(stack).path("cost").path("lines").findValuesAsText("component")).as("lines of the bill of %s", stack)
                    .anyMatch(component -> component.startsWith("auth-outbox")).anyMatch(component -> component.startsWith("saga-sign-up"));
        }
        List<String> found = List.of(Shape.eur(report, "eu-central-1", "monthlyEur"), Shape.eur(report, "eu-west-1", "monthlyEur"),
                Shape.eur(report, "eu-central-1", "worstCaseEur"), Shape.eur(report, "eu-west-1", "worstCaseEur"));
        assertThat(Shape.row(PAGE, "sagas", "auth and persona", found)).isEqualTo(found);
    }
}
