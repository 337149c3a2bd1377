package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference of the Java API, with the options of {@code build/javadoc}, has no mistake and leaves nothing unsaid that users rely on. */
class JavadocTest {

    private static Path site;
    private static Run.Finished said;

    @BeforeAll
    static void write() {
        site = ThirdParty.directory();
        said = Run.in(ScratchClone.repository(), Path.of(System.getProperty("java.home"), "bin/javadoc").toString(), "@build/javadoc.options",
                "-quiet", "-Xdoclint:all", "-Xmaxwarns", "5000", "-d", site.toString(), "-classpath", System.getProperty("java.class.path"));
    }

    /** A place and its message, followed by the line that it is about. */
    private static List<String> problems() {
        List<String> lines = said.text().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).matches(".*\\.java:\\d+: (warning|error).*"))
                .mapToObj(i -> lines.get(i) + " " + lines.get(i + 1).strip())
                .toList();
    }

    @Test
    void ofThePolicySdkEveryTypeAndMemberSaysWhatItTakesGivesAndThrows() {
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(problems()).noneMatch(problem -> problem.startsWith("policy-"));
    }

    @Test
    void ofTheOtherModulesEveryTypeAndMemberSaysWhatItIs() {
        assertThat(problems()).filteredOn(problem -> !problem.matches(".*: warning: no @(param|return|throws).*"))
                // The fields of exceptions, as serialization has them.
                .filteredOn(problem -> !problem.matches(".*: no comment private .*"))
                .isEmpty();
    }

    @Test
    void thereIsOnePageForAllModulesThatTeamsUse() throws Exception {
        assertThat(Files.readString(site.resolve("index.html"))).contains("policy-sdk", "components", "mesh-routes", "service-kit");
        assertThat(site.resolve("dev/tandem/policy/rule/Rule.html")).exists();
        assertThat(site.resolve("dev/tandem/components/service/MeshServiceArgs.Builder.html")).exists();
        assertThat(site.resolve("dev/tandem/service/run/ServiceHost.html")).exists();
        assertThat(site.resolve("dev/tandem/policy/wire")).doesNotExist();
    }
}
