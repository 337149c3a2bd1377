package dev.tandem.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

@NeedsTools(Tools.MOTO)
class MotoTest {

    private static Moto moto;

    @BeforeAll
    static void start() {
        moto = Moto.start();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void reset() {
        moto.reset();
    }

    @Test
    void keepsWhatIsWrittenApartByRegionUntilItIsReset() {
        try (SsmClient primary = moto.client(SsmClient.builder(), "eu-central-1");
                SsmClient secondary = moto.client(SsmClient.builder(), "eu-west-1")) {
            primary.putParameter(p -> p.name("/a").value("1").type(ParameterType.STRING));

            assertThat(primary.getParameter(p -> p.name("/a")).parameter().value()).isEqualTo("1");
            assertThatThrownBy(() -> secondary.getParameter(p -> p.name("/a"))).isInstanceOf(ParameterNotFoundException.class);
            moto.reset();
            assertThatThrownBy(() -> primary.getParameter(p -> p.name("/a"))).isInstanceOf(ParameterNotFoundException.class);
        }
    }

    @Test
    void refusesUnknownCallersOnceIamIsEnforced() {
        try (SsmClient ssm = moto.client(SsmClient.builder(), "eu-central-1")) {
            moto.enforceIam();
            assertThatThrownBy(() -> ssm.getParameter(p -> p.name("/a")))
                    .isInstanceOfSatisfying(SsmException.class, e -> assertThat(e.statusCode()).isEqualTo(403));
            moto.reset();
            assertThatThrownBy(() -> ssm.getParameter(p -> p.name("/a"))).isInstanceOf(ParameterNotFoundException.class);
        }
    }
}
