package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/commands.md} is what the commands say of themselves; {@code -Dcommands.write} writes it anew. */
class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/commands.md");

    @Test
    void the_page_is_current() throws IOException, InterruptedException {
        StringBuilder page = new StringBuilder("""
                # Commands

                What `./tandem COMMAND --help` says, all in one place.

                Generated; write it anew with `mvn -q -pl cli -am test -Dtest=CommandsPageTest -Dcommands.write
                -Dsurefire.failIfNoSpecifiedTests=false`.
                """);
        append(page, Main.commandLine());
        for (String script : Main.SCRIPTS) {
            page.append("\n## tandem ").append(script).append("\n\n```\n").append(helpOf(script).stripTrailing()).append("\n```\n");
        }
        if (System.getProperty("commands.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(page.toString()).as("docs/commands.md; -Dcommands.write writes it anew")
                .isEqualTo(Files.readString(PAGE));
    }

    /** These are no commands of the JVM's, since they must work where nothing is built. */
    private static String helpOf(String script) throws IOException, InterruptedException {
        Path said = Files.createTempFile("help", ".txt");
        try {
            Process process = new ProcessBuilder("../build/" + script, "--help").redirectErrorStream(true).redirectOutput(said.toFile()).start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s --help ends", script).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            return Files.readString(said);
        } finally {
            Files.delete(said);
        }
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
