package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every type and member that users may rely on says what it is, what it takes, what it gives and what it throws, and no
 * comment has a mistake.
 */
class JavadocTest {

    @Test
    void javadocFindsNothing() {
        Path root = ScratchClone.repository();
        StringWriter said = new StringWriter();
        int exit = ToolProvider.findFirst("javadoc").orElseThrow().run(
                new PrintWriter(said), new PrintWriter(said),
                "-quiet", "-Xdoclint:all", "-Xmaxwarns", "5000", "-protected", "--release", "17",
                "-d", ThirdParty.directory().toString(),
                "-classpath", System.getProperty("java.class.path"),
                "-sourcepath", root.resolve("policy-sdk/src/main/java") + ":" + root.resolve("policy-testing/src/main/java"),
                "-subpackages", "dev.tandem.policy", "-exclude",
                "dev.tandem.policy.config:dev.tandem.policy.dispatch:dev.tandem.policy.json:dev.tandem.policy.replay:"
                        + "dev.tandem.policy.transport:dev.tandem.policy.wire");
        assertThat(exit).as(said.toString()).isZero();
        assertThat(problems(said.toString().lines().toList())).isEmpty();
    }

    /** A place and its message, followed by the line that it is about. */
    private static List<String> problems(List<String> lines) {
        return java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).matches(".*\\.java:\\d+: (warning|error).*"))
                .mapToObj(i -> lines.get(i) + " " + lines.get(i + 1).strip())
                .toList();
    }
}
