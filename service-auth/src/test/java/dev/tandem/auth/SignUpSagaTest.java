package dev.tandem.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The file from which the stacks make the saga is what the typed steps say. */
class SignUpSagaTest {

    private static final Path FILE = Path.of("../infra/src/main/resources/dev/tandem/infra/sagas/sign-up.json");

    @Test
    @Covers("R9.3")
    void theStacksHaveTheSagaAsTheServiceHasIt() throws IOException {
        if (Boolean.getBoolean("saga.write")) {
            Files.writeString(FILE, SignUpSaga.document());
        }
        assertThat(Files.readString(FILE)).as("write it again by -Dsaga.write=true").isEqualTo(SignUpSaga.document());
    }
}
