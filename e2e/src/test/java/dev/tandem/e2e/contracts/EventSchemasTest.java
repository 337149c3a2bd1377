package dev.tandem.e2e.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No event may break those who hear it. A release copies the schemas over {@code contracts/released/proto}. */
@NeedsTools(Tools.BUF)
@Covers("R10.2")
class EventSchemasTest {

    private static final Path ROOT = ScratchClone.repository();
    private static final Path PRESENT = ROOT.resolve("service-events/src/main/proto");

    @TempDir
    private Path directory;

    @Test
    void breakNobodyWhoHearsThem() {
        compare(PRESENT).succeeded();
    }

    @Test
    void aBreakIsRefused() throws IOException {
        for (List<String> change : List.of(
                List.of("string account_id = 1;", "int64 account_id = 1;", "changed type from \"string\" to \"int64\""),
                List.of("  string email = 3;\n", "", "Previously present field \"3\" with name \"email\""),
                List.of("string display_name = 4;", "string full_name = 4;", "changed name from \"display_name\" to \"full_name\""),
                List.of("message AccountDeleted", "message AccountGone", "Previously present message \"AccountDeleted\" was deleted"))) {
            Run.Finished compared = compare(changed(change.get(0), change.get(1)));

            assertThat(compared.exit()).as(change.get(2)).isEqualTo(100);
            assertThat(compared.text()).contains(change.get(2));
        }
    }

    @Test
    void aFieldMoreIsNoBreak() throws IOException {
        compare(changed("string display_name = 4;", "string display_name = 4;\n  string locale = 5;")).succeeded();
    }

    private Path changed(String from, String to) throws IOException {
        Path copy = Files.createTempDirectory(directory, "proto");
        try (Stream<Path> files = Files.walk(PRESENT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(PRESENT.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace(from, to));
            }
        }
        return copy;
    }

    private static Run.Finished compare(Path schemas) {
        String config = ROOT.resolve("contracts/buf.yaml").toString();
        return Run.in(ROOT, Tools.BUF.path().resolve("buf").toString(), "breaking", schemas.toString(),
                "--against", ROOT.resolve("contracts/released/proto").toString(), "--config", config, "--against-config", config);
    }
}
