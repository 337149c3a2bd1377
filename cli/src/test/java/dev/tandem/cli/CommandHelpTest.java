package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What every command has: help that teaches, answers for machines, exit codes; and what every change has besides. */
class CommandHelpTest {

    /** {@code test} and {@code doctor} are scripts of their own. */
    private static final Pattern EXAMPLE = Pattern.compile("^\\s*\\./tandem (?!test|doctor)(.+?)(?:\\s{2,}.*)?$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static Stream<CommandSpec> all(CommandLine command) {
        return Stream.concat(Stream.of(command.getCommandSpec()),
                new LinkedHashSet<>(command.getSubcommands().values()).stream().flatMap(CommandHelpTest::all));
    }

    /** Commands that do something on AWS themselves: groups only lead to them. */
    private static List<CommandSpec> operators() {
        return all(Main.commandLine()).filter(spec -> spec.userObject() instanceof AwsCommand).toList();
    }

    @Test
    void everyOperatorsCommandTeachesAnswersMachinesAndSaysItsExitCodes() {
        assertThat(operators()).hasSizeGreaterThan(30).allSatisfy(spec -> {
            assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
            assertThat(spec.usageMessage().footer()).as("examples of %s", spec.qualifiedName()).isNotEmpty();
            assertThat(spec.optionsMap()).as(spec.qualifiedName())
                    .containsKeys("--help", "--json", "--region", "--environment", "--profile", "--endpoint");
            assertThat(spec.usageMessage().exitCodeList().keySet()).as(spec.qualifiedName()).contains("0", "1", "2", "3");
        });
    }

    @Test
    void everyChangeIsShownFirstAndSaysWhatFor() {
        assertThat(operators()).filteredOn(spec -> spec.userObject() instanceof ChangeCommand).hasSizeGreaterThan(20)
                .allSatisfy(spec -> assertThat(spec.optionsMap()).as(spec.qualifiedName()).containsKeys("--yes", "--note"));
        assertThat(operators()).filteredOn(spec -> !(spec.userObject() instanceof ChangeCommand))
                .allSatisfy(spec -> assertThat(spec.optionsMap()).as(spec.qualifiedName()).doesNotContainKey("--yes"));
    }

    /** Groups only lead to commands; nothing is to be said of {@code version}. */
    @Test
    void everyCommandHasExamplesThatStartWithItself() {
        assertThat(all(Main.commandLine()))
                .filteredOn(spec -> spec.subcommands().isEmpty() && !spec.name().equals("version")).hasSizeGreaterThan(35)
                .allSatisfy(spec -> assertThat(spec.usageMessage().footer()).as("examples of %s", spec.qualifiedName())
                        .anyMatch(line -> line.contains("./" + spec.qualifiedName())));
    }

    /** An example that is not taken teaches the wrong thing. */
    @Test
    void everyExampleIsTaken() {
        List<String> taken = new ArrayList<>();
        all(Main.commandLine()).forEach(spec -> {
            for (String line : spec.usageMessage().footer()) {
                Matcher example = EXAMPLE.matcher(line.replace("%n", ""));
                if (example.matches()) {
                    List<String> words = new ArrayList<>();
                    WORD.matcher(example.group(1)).results()
                            .forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
                    assertThatCode(() -> Main.commandLine().parseArgs(words.toArray(String[]::new)))
                            .as("%s: %s", spec.qualifiedName(), line).doesNotThrowAnyException();
                    taken.add(line);
                }
            }
        });
        assertThat(taken).hasSizeGreaterThan(60);
    }
}
