package dev.tandem.e2e.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program and the pack run under the JDK of the build, 17 or later, and under JDK 25 or later, where a program hangs
 * for ever and the JVM prints warnings unless our flags are right.
 */
@NeedsTools({Tools.STOCK_CLI, Tools.JDK_25})
class JdksTest {

    static Stream<Path> jdks() {
        return Stream.of(Path.of(System.getProperty("java.home")), Tools.JDK_25.path());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void tandemPreviewsWithoutAWarning(Path jdk) {
        Run.Finished preview = new Tandem(SharedClone.get(), jdk).run("preview", "--stack", Stacks.PRIMARY);

        assertThat(preview.exit()).as(preview.text()).isZero();
        assertThat(preview.text()).doesNotContain("WARNING:");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theStockCliPreviewsWithoutADiagnostic(Path jdk) {
        Outcome preview = new StockCli(SharedClone.get(), jdk).preview(Stacks.PRIMARY);

        assertThat(preview.exit()).as(preview.text()).isZero();
        assertThat(preview.events().diagnostics()).as(preview.text())
                .filteredOn(said -> !said.severity().equals("info")).isEmpty();
    }
}
