package dev.tandem.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortNamesTest {

    @Test
    void pluralsAreThoseOfEnglish() {
        assertThat(ShortNames.count(1, "entry")).isEqualTo("1 entry");
        assertThat(ShortNames.count(0, "entry")).isEqualTo("0 entries");
        assertThat(ShortNames.count(2, "resource")).isEqualTo("2 resources");
        assertThat(ShortNames.count(66, "day")).isEqualTo("66 days");
    }
}
