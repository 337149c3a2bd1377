package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartArgumentsTest {

    private static StartArguments parse(String line) {
        return StartArguments.parse(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1:4711",
        "--logtostderr -v=9 127.0.0.1:4711",
        "--tracing http://localhost:9411/api/v1/spans 127.0.0.1:4711",
        "--logtostderr --tracing tcp://a:1 -v=3 127.0.0.1:4711 . -use-executor=./mvn-pack",
        "127.0.0.1:4711 /packs/shop -binary=x",
    })
    void flagsMayComeBeforeTheAddressAndMoreAfterIt(String line) {
        assertThat(parse(line)).isEqualTo(new StartArguments(Optional.of("127.0.0.1"), 4711));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--logtostderr", "--tracing 127.0.0.1:4711"})
    void noAddressMeansNoWatchdog(String line) {
        assertThat(parse(line).engineHost()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "host:", ":80", "host:0", "host:70000", "host:http"})
    void anythingElseIsExplained(String line) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first argument '" + line + "': expected the engine's address host:port")
                .hasMessageContaining("pulumi preview --policy-pack <directory>");
    }

    @Test
    void theHostMayBeAName() {
        assertThat(parse("localhost:1")).isEqualTo(new StartArguments(Optional.of("localhost"), 1));
    }
}
