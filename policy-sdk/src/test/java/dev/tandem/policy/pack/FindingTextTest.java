package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTextTest {

    private static final Rule RULE = Rule.resource("r").summary("Says").fix("Mend\nit").check(c -> {});
    private static final Rule BARE = Rule.resource("r").summary("Says").check(c -> {});

    @Test
    void everythingReadsBack() {
        Finding finding = new Finding("r", Optional.of("d"), Optional.empty(), PropertyPath.parse("a[0]"), "two\nlines");
        String text = FindingText.format(RULE, finding);
        assertThat(text).isEqualTo("Says\ntwo\nlines\n  at: a[0]\n  fix: Mend it\n  id: r[d]");
        assertThat(FindingText.parse(text)).isEqualTo(new FindingText("Says", "two\nlines", "a[0]", "Mend it", "r[d]", ""));
    }

    @Test
    void whatIsNotSaidHasNoLine() {
        Finding finding = new Finding("r", Optional.empty(), Optional.empty(), PropertyPath.ROOT, "");
        assertThat(FindingText.format(BARE, finding)).isEqualTo("Says");
        assertThat(FindingText.parse("Says")).isEqualTo(new FindingText("Says", "", "", "", "", ""));
    }

    @Test
    void aTextOfAnotherSdkIsSummaryAndMessage() {
        assertThat(FindingText.parse("Verifies\nThis is a test error"))
                .isEqualTo(new FindingText("Verifies", "This is a test error", "", "", "", ""));
    }
}
