package dev.tandem.components.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which plugins the command line installs before it starts the component package. */
class RequiredPackagesTest {

    private static final String[] QUESTION = {"packages"};
    private static final String AWS = "{\"resource\":true,\"name\":\"aws\",\"version\":\"6.83.0\"}";

    private final PrintStream out = System.out;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    RequiredPackagesTest() {
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void back() {
        System.setOut(out);
    }

    private String answer() {
        return heard.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void whoeverUsesThePackageNeedsAwsAndNothingElse() {
        RequiredPackages.main(QUESTION);
        assertThat(answer()).isEqualTo("[" + AWS + "]");
    }

    @Test
    void whatIsChosenIsAddedInItsVersion() {
        RequiredPackages.print(QUESTION, Set.of(RequiredPackages.AWS_NATIVE));
        assertThat(answer()).contains(AWS, "\"name\":\"aws-native\",\"version\":\"1.84.0\"").doesNotContain("awsx");
    }
}
