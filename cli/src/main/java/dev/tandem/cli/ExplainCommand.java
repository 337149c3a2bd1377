package dev.tandem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem explain RULE}: the page of a rule, as it is in the clone. */
@Command(
        name = "explain",
        description = "Prints the page of a rule: why it exists, a plan that violates it, one that passes, how to fix."
                + " Without a rule: the catalogue.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the page was printed", "2:no such rule, or wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem explain kms-rotation",
            "  ./tandem explain                   the catalogue of all rules"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final String FORM = "[a-z0-9-]{1,60}";
    private static final String PAGES = "docs/rules";
    private static final int SUGGESTIONS = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RULE", description = "The rule's ID, as findings name it.")
    private String rule;

    @Override
    public Integer call() {
        Path folder = PreviewCommand.root().resolve(PAGES);
        // A finding's id carries its detail in brackets; the page is the rule's.
        String id = rule == null ? "README" : rule.replaceFirst("\\[.*", "");
        if (rule != null && !id.matches(FORM)) {
            throw wrong("rule '" + rule + "': expected the ID of a rule, such as kms-rotation");
        }
        Path page = folder.resolve(id + ".md");
        if (!Files.isRegularFile(page)) {
            throw wrong(rule == null
                    ? "found no catalogue at " + PAGES + "/README.md, expected the pages that policies/rule-pages writes"
                    : "rule '" + rule + "': found no page of that name in " + PAGES + ", expected one of its rules"
                            + suggestions(folder, id));
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.print(Files.readString(page));
            out.flush();
        } catch (IOException e) {
            throw wrong(PAGES + "/" + id + ".md cannot be read, expected a file that can");
        }
        return 0;
    }

    private static String suggestions(Path folder, String id) {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> near = files.map(f -> f.getFileName().toString().replaceFirst("\\.md$", ""))
                    .filter(name -> shared(name, id) > 0)
                    .sorted(Comparator.comparingLong((String name) -> -shared(name, id)).thenComparing(n -> n))
                    .limit(SUGGESTIONS).toList();
            return near.isEmpty() ? "" : "; similar: " + String.join(", ", near);
        } catch (IOException e) {
            return "";
        }
    }

    /** How many words of the id are in the name, in percent of the name's words. */
    private static long shared(String name, String id) {
        List<String> words = List.of(name.split("-"));
        return 100 * Stream.of(id.split("-")).filter(words::contains).count() / words.size();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
