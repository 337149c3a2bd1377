package dev.tandem.e2e.bad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.EngineEvents.PolicyFinding;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stack's file names the rules that mend, and under the stock CLI only these do, and only where it says so. */
@NeedsTools
class RemediateTest {

    private static final int CEILING_EUR = 100;
    private static final String[] RULES = {"kms-rotation", "s3-public-access-block-complete"};

    @Test
    void the_rules_that_the_stack_names_mend_and_the_others_tell() {
        BadPlan plan = new BadPlan(SharedClone.get());

        Outcome before = plan.preview(CEILING_EUR, "", RULES);
        assertThat(before.exit()).as(before.text()).isNotZero();
        assertThat(before.events().remediations()).as(before.text()).isEmpty();
        assertThat(told(before)).as(before.text()).contains("kms-rotation", "s3-public-access-block-complete");

        Outcome after = plan.configured("eu-compliance:remediate", List.of("kms-rotation")).preview(CEILING_EUR, "", RULES);
        assertThat(after.events().remediations()).as(after.text()).singleElement().satisfies(mended -> {
            assertThat(mended.policy()).isEqualTo("kms-rotation");
            assertThat(mended.urn()).endsWith("aws:kms/key:Key::kms-rotation");
            assertThat(mended.before()).doesNotContain("enableKeyRotation");
            assertThat(mended.after()).contains("\"enableKeyRotation\":true");
        });
        assertThat(told(after)).as(after.text()).contains("s3-public-access-block-complete").doesNotContain("kms-rotation");
    }

    private static List<String> told(Outcome outcome) {
        return outcome.events().findings().stream().map(PolicyFinding::policy).toList();
    }
}
