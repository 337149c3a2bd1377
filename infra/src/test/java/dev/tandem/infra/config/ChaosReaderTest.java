package dev.tandem.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.components.chaos.ChaosArgs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosReaderTest {

    private static final String STACK = "eu-central-1";

    private static String config(String chaos) {
        return Yaml.changed(STACK, "  tandem:services:\n", "  tandem:chaos: " + chaos + "\n  tandem:services:\n");
    }

    @Test
    void isOffUnlessItIsSaidAndWatchesAllServicesThen() {
        assertThat(ConfigReader.read(STACK, Yaml.config(STACK), "[]").chaos()).isEmpty();
        assertThat(ConfigReader.read(STACK, config("{}"), "[]").chaos()).contains(new ChaosArgs(List.of("auth", "persona"), 5, "eu-west-1", true));
        assertThat(ConfigReader.read(STACK, config("{services: [auth], minutes: 10}"), "[]").chaos())
                .contains(new ChaosArgs(List.of("auth"), 10, "eu-west-1", true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{services: [cart]} | cart | some of the region's services [auth, persona]",
        "{services: []} | experiments watch 0 services | expected 1 to 5",
        "{minutes: 90} | 90 | 1 to 60",
        "{minute: 5} | minute | minutes",
        "true | true | an object of services and minutes",
    })
    void saysWhatIsWrong(String chaos, String found, String expected) {
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(STACK, config(chaos), "[]"));
        assertThat(refused).hasMessageContaining(found).hasMessageContaining(expected);
    }
}
