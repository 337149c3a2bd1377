package dev.tandem.ops.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.tandem.requirements.Covers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static Answer of(int status, String body, String... ignored) {
        return Answer.of(status, body.getBytes(StandardCharsets.UTF_8), Arrays.stream(ignored).map(JsonPointer::valueOf).toList());
    }

    @Test
    @Covers("R11.1")
    void jsonIsComparedByMeaning() {
        assertThat(of(200, "{\"a\":1,\"b\":[1,2]}")).isEqualTo(of(200, "{ \"b\": [1, 2], \"a\": 1 }"));
        assertThat(of(200, "{\"a\":{\"y\":1,\"x\":2}}")).isEqualTo(of(200, "{\"a\":{\"x\":2,\"y\":1}}"));
        assertThat(of(200, "{\"b\":[2,1]}")).isNotEqualTo(of(200, "{\"b\":[1,2]}"));
        assertThat(of(200, "{\"a\":1}")).isNotEqualTo(of(200, "{\"a\":\"1\"}")).isNotEqualTo(of(201, "{\"a\":1}"));
    }

    @Test
    void numbersAreComparedWithAllTheirDigits() {
        assertThat(of(200, "{\"a\":0.12345678901234567890}")).isNotEqualTo(of(200, "{\"a\":0.12345678901234567891}"));
        assertThat(of(200, "{\"a\":1e400}")).isNotEqualTo(of(200, "{\"a\":1e401}"));
        assertThat(of(200, "{\"a\":1.50}")).isEqualTo(of(200, "{\"a\": 1.5}"));
    }

    @Test
    void whatFollowsAfterTheJsonCounts() {
        assertThat(of(200, "{\"a\":1}{\"b\":1}")).isNotEqualTo(of(200, "{\"a\":1}{\"b\":2}"));
        assertThat(of(200, "{\"a\":1} <html>")).isNotEqualTo(of(200, "{\"a\":1}"));
        assertThat(of(200, "{\"a\":1}\n")).isEqualTo(of(200, "{\"a\":1}"));
    }

    @Test
    void whatMayDifferIsLeftOut() {
        assertThat(of(200, "{\"a\":{\"id\":\"x\",\"n\":1}}", "/a/id")).isEqualTo(of(200, "{\"a\":{\"id\":\"y\",\"n\":1}}", "/a/id"));
        assertThat(of(200, "{\"a\":{\"id\":\"x\",\"n\":1}}", "/a/id")).isNotEqualTo(of(200, "{\"a\":{\"id\":\"x\",\"n\":2}}", "/a/id"));
        assertThat(of(200, "{\"a\":1}", "/gone/too")).isEqualTo(of(200, "{\"a\":1}"));
    }

    @Test
    void otherBodiesAreComparedByteByByte() {
        assertThat(of(200, "a b")).isNotEqualTo(of(200, "a  b"));
        assertThat(of(200, "{broken")).isEqualTo(of(200, "{broken"));
        assertThat(of(204, "").text()).isEqualTo("HTTP 204 e3b0c44298fc");
    }

    @Test
    void aComparisonIsGoodForADay() {
        Instant at = Instant.parse("2026-11-27T10:00:00Z");
        Compared alike = new Compared(at, 6, List.of(), 0);
        assertThat(alike.alike()).isTrue();
        assertThat(new Compared(at, 0, List.of(), 0).alike()).as("nothing was asked").isFalse();
        assertThat(alike.valid(at.plusSeconds(86_399))).isTrue();
        assertThat(alike.valid(at.plusSeconds(86_400))).isFalse();
        assertThat(new Compared(at, 6, List.of(), 2).text()).isEqualTo("6 requests at 2026-11-27T10:00:00Z, 2 answered otherwise");
    }
}
