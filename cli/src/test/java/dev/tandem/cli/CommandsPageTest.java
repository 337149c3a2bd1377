package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/commands.md} is what the commands say of themselves; {@code -Dcommands.write} writes it anew. */
class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/commands.md");

    @Test
    void the_page_is_current() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Commands

                What `./tandem COMMAND --help` says, all in one place. `./tandem test` and `./tandem doctor` are scripts of their own:
                the first runs every test of the clone, the second says what the machine lacks.

                Generated; write it anew with `mvn -q -pl cli -am test -Dtest=CommandsPageTest -Dcommands.write
                -Dsurefire.failIfNoSpecifiedTests=false`.
                """);
        append(page, Main.commandLine());
        if (System.getProperty("commands.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(page.toString()).as("docs/commands.md; -Dcommands.write writes it anew")
                .isEqualTo(Files.readString(PAGE));
    }

    private static void append(StringBuilder page, CommandLine command) {
        for (CommandLine sub : new LinkedHashSet<>(command.getSubcommands().values())) {
            page.append("\n## tandem").append(sub.getCommandSpec().qualifiedName().replaceFirst("^tandem", ""))
                    .append("\n\n```\n").append(sub.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing())
                    .append("\n```\n");
            append(page, sub);
        }
    }
}
