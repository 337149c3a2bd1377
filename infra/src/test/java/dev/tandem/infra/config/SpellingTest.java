package dev.tandem.infra.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void countsInsertionsDeletionsAndReplacements() {
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("cidr", "cidr")).isZero();
        assertThat(Spelling.distance("CIDR", "cider")).isEqualTo(1);
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void findsTheNearestOrNone() {
        assertThat(Spelling.nearest("memmory", List.of("cpu", "memory", "image"))).contains("memory");
        assertThat(Spelling.nearest("natGateways", List.of("cpu", "memory", "image"))).isEmpty();
    }
}
