package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ./tandem doctor says of machines that lack something; the commands that it asks are scripts on a PATH of the test. */
class DoctorTest {

    private static final String JDK = System.getProperty("java.home");

    @TempDir
    Path folder;

    private Path bin;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void machine() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        script("mvn", "echo 'Apache Maven 3.9.1 (abc)'");
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", JDK);
        environment.put("HOME", folder.toString());
        List.of("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .forEach(name -> environment.put(name, ""));
    }

    @Test
    void aMachineWithEverythingIsToldWhatToDoNext() throws IOException {
        script("pulumi", "echo v3.250.0");
        script("pulumi-language-java", "exit 0");

        Run.Finished said = doctor();

        assertThat(said.succeeded().out()).contains("ok    JDK").contains("ok    Maven            3.9.1 (" + bin.resolve("mvn") + ")")
                .contains("ok    Pulumi CLI       3.250.0").contains("ok    Java host").doesNotContain("FAIL").endsWith("Next: ./tandem preview\n");
    }

    @Test
    void whatPreviewCannotDoWithoutIsAFailureWithItsFix() throws IOException {
        environment.put("JAVA_HOME", "/nowhere");
        script("mvn", "echo 'Apache Maven 3.6.3'");

        Run.Finished said = doctor();

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("FAIL  JDK              JAVA_HOME is '/nowhere', but '/nowhere/bin/java' is not there")
                .contains("FAIL  Maven            3.6.3 (" + bin.resolve("mvn") + "), expected 3.8 or newer").contains("fix: install")
                .doesNotContain("Next:");
    }

    @Test
    void aPulumiThatIsMissingOrTooOldIsOnlyAWarning() throws IOException {
        script("pulumi", "echo v3.149.0");

        Run.Finished said = doctor();

        assertThat(said.succeeded().out()).contains("warn  Pulumi CLI       3.149.0 (" + bin.resolve("pulumi") + "), the policy pack needs 3.150")
                .contains("warn  Java host");
    }

    @Test
    void aCommandThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
        script("timeout", "shift; echo slow >&2; exit 124");
        assertThat(doctor().out()).contains("FAIL  Maven            '" + bin.resolve("mvn") + "' does not say its version");
    }

    @Test
    void credentialsRegionsAndTheClockAreLookedAtWhenAskedFor() throws IOException {
        script("curl", "case $* in *eu-west-1*) echo 'curl: (28) timed out' >&2; exit 28 ;; esac\nprintf 'HTTP/1.1 200\\r\\nDate: "
                + date(20) + "\\r\\n'");
        environment.put("AWS_PROFILE", "nobody");

        Run.Finished said = doctor("--aws");

        assertThat(said.succeeded().out()).contains("ok    eu-central-1     answers")
                .contains("warn  eu-west-1        does not answer: curl: (28) timed out")
                .contains("warn  clock").contains("which refuses requests signed more than 300 s off")
                .contains("warn  credentials      AWS_PROFILE is 'nobody'");
    }

    @Test
    void aClockThatIsRightAndADefaultProfileAreFine() throws IOException {
        script("curl", "printf 'HTTP/1.1 200\\r\\nDate: " + date(0) + "\\r\\n'");
        Files.createDirectory(folder.resolve(".aws"));
        Files.writeString(folder.resolve(".aws/config"), "[default]\nregion = eu-central-1\n");

        assertThat(doctor("--aws").succeeded().out()).contains("ok    clock").contains("ok    credentials      the default profile");
    }

    @Test
    void anUnknownOptionIsRefusedAndHelpTeaches() {
        assertThat(doctor("--awz").exit()).isEqualTo(2);
        assertThat(doctor("--awz").err()).contains("unknown option '--awz'.").contains("Example: ./tandem doctor --aws");
        assertThat(doctor("--help").succeeded().out()).contains("Usage: ./tandem doctor").contains("Exit codes");
    }

    private static String date(int minutesAhead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(minutesAhead));
    }

    private Run.Finished doctor(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ScratchClone.repository().resolve("tandem").toString(), "doctor"));
        command.addAll(List.of(arguments));
        return Run.in(folder, environment, Duration.ofMinutes(1), command);
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
