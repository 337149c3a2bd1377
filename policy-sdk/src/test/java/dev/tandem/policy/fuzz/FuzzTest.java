package dev.tandem.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for inputs that break what reads other people's bytes, {@value #SECONDS} seconds for each target and more than a
 * minute together; on the build server only. What it finds is printed as Base64: put it among the seeds and mend.
 */
@EnabledIfEnvironmentVariable(named = "TANDEM_E2E", matches = "required")
class FuzzTest {

    private static final int SECONDS = 16;
    private static final int LIMIT_SECONDS = SECONDS * 10;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

    @TempDir
    Path found;

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.SAME_THREAD)
    void noInputBreaksTheReader(Target target) throws Exception {
        Path log = found.resolve("log");
        Path corpus = Files.createDirectory(found.resolve("corpus"));
        Process jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp", System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.code.getName(),
                        "--instrumentation_includes=dev.tandem.**",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_total_time=" + SECONDS,
                        "-max_len=2048",
                        corpus.toString(),
                        target.seeds().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!jazzer.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            jazzer.destroyForcibly().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        String said = Files.readString(log);
        assertThat(jazzer.exitValue()).as(said).isZero();
        assertThat(DONE.matcher(said).results().map(m -> Long.parseLong(m.group(1))))
                .as(said).hasSize(1).allMatch(runs -> runs > 100);
    }
}
