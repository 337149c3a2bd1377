package dev.tandem.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OutputNamesTest {

    private static final Path LIST = Path.of("../preview/src/main/resources/dev/tandem/preview/engine/outputs-aws.txt");

    @Test
    void theOfflineEngineKnowsTheOutputsOfEveryTypeOfTheSdk() throws IOException {
        assertThat(Files.readString(LIST))
                .as("outputs of com.pulumi:aws; regenerate with the main class %s and the path of the file as argument",
                        OutputNames.class.getName())
                .isEqualTo(OutputNames.text());
    }

    @Test
    void whatTheProgramMayGiveIsListedOnlyWhereItAlwaysHasAValue() {
        assertThat(OutputNames.text())
                .contains("\necs/taskDefinition:TaskDefinition ")
                .containsPattern("\\niam/role:Role arn ");
    }
}
