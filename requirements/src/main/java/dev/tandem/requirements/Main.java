package dev.tandem.requirements;

import dev.tandem.requirements.suite.RunReport;
import dev.tandem.requirements.trace.CoverFiles;
import dev.tandem.requirements.trace.Criteria;
import dev.tandem.requirements.trace.Row;
import dev.tandem.requirements.trace.TraceCheck;
import dev.tandem.requirements.trace.TraceException;
import dev.tandem.requirements.trace.TracePage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Behind {@code build/requirements} and {@code ./tandem test}: {@code generate} writes docs/requirements.md,
 * {@code check} says where it does not fit, {@code report [--whole] [--required] MODULE...} sums a test run up.
 */
public final class Main {

    private static final String USAGE = """
        Usage: build/requirements generate | check
          generate  writes docs/requirements.md from requirements/criteria.yaml and the last test run
          check     says what does not fit: a criterion without a passing test, an unknown id, an old page
        Both need the result of a full test run: ./tandem test
        """;

    private final Path root;
    private final PrintStream out;
    private final PrintStream err;

    Main(Path root, PrintStream out, PrintStream err) {
        this.root = root;
        this.out = out;
        this.err = err;
    }

    /** Exit codes: 0 all is well, 1 something is missing, 2 wrong usage or a malformed file. */
    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("tandem.root", "")).toAbsolutePath();
        System.exit(new Main(root, System.out, System.err).run(List.of(args)));
    }

    int run(List<String> args) {
        try {
            return switch (args.isEmpty() ? "" : args.get(0)) {
                case "generate" -> generate();
                case "check" -> check();
                case "report" -> new RunReport(root, out).print(
                    args.stream().skip(1).filter(arg -> !arg.startsWith("--")).toList(),
                    args.contains("--whole"), args.contains("--required"));
                default -> usage(args);
            };
        } catch (TraceException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("cannot write " + TracePage.FILE + ": " + e.getMessage());
            return 2;
        }
    }

    private int generate() throws IOException {
        String page = TracePage.render(Row.join(Criteria.read(root).values(), CoverFiles.read(root)));
        Path file = root.resolve(TracePage.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
        out.println("wrote " + TracePage.FILE);
        return 0;
    }

    private int check() {
        List<String> problems = TraceCheck.problems(root);
        problems.forEach(err::println);
        return problems.isEmpty() ? 0 : 1;
    }

    private int usage(List<String> args) {
        boolean asked = Stream.of("--help", "-h").anyMatch(args::contains);
        if (!asked && !args.isEmpty()) {
            err.println("unknown command '" + args.get(0) + "'");
        }
        (asked ? out : err).print(USAGE);
        return asked ? 0 : 2;
    }
}
