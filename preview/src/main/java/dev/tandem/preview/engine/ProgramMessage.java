package dev.tandem.preview.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a program's own author in what its SDK logs: the exception that counts, without frames and machine paths. */
final class ProgramMessage {

    static final String INVALID_CONFIGURATION = "invalid configuration: ";

    private static final Pattern UNHANDLED =
            Pattern.compile("^Running program \\[PID: \\d+].* failed with an unhandled exception:\\n", Pattern.DOTALL);
    private static final Pattern FRAME = Pattern.compile("^\\s+(at .*|\\.\\.\\. \\d+ (more|common frames omitted))$");
    private static final Pattern THROWABLE = Pattern.compile("^(?:[a-z_][\\w$]*\\.)+([A-Z][\\w$]*): (.*)$", Pattern.DOTALL);
    private static final List<String> WRAPPERS =
            List.of("CompletionException", "ExecutionException", "RunException", "UndeclaredThrowableException");

    private ProgramMessage() {}

    /** The message of a logged error. */
    static String of(String logged) {
        Matcher unhandled = UNHANDLED.matcher(logged);
        boolean isUnhandled = unhandled.find();
        List<String> throwables = throwables(isUnhandled ? logged.substring(unhandled.end()) : logged);
        if (!isUnhandled && throwables.size() < 2) {
            return throwables.isEmpty() ? logged.strip() : throwables.get(0);
        }
        String counts = throwables.stream().filter(t -> !isWrapper(t)).findFirst().orElse(throwables.get(0));
        return withoutPackage(counts);
    }

    /** What follows {@value #INVALID_CONFIGURATION}, when a message begins with it or an exception's text does. */
    static Optional<String> invalidConfiguration(String message) {
        int at = message.startsWith(INVALID_CONFIGURATION) ? 0 : message.indexOf(": " + INVALID_CONFIGURATION);
        if (at < 0 || (at > 0 && message.lastIndexOf('\n', at) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(message.substring(at == 0 ? 0 : at + 2));
    }

    /** The texts of a stack trace's throwables, outermost first, each without its frames. */
    private static List<String> throwables(String trace) {
        List<String> out = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : trace.split("\\R")) {
            if (line.startsWith("Caused by: ") && current.length() > 0) {
                out.add(current.toString().strip());
                current.setLength(0);
                current.append(line.substring("Caused by: ".length())).append('\n');
            } else if (!FRAME.matcher(line).matches()) {
                current.append(line).append('\n');
            }
        }
        if (!current.toString().isBlank()) {
            out.add(current.toString().strip());
        }
        return out;
    }

    private static boolean isWrapper(String throwable) {
        String first = throwable.lines().findFirst().orElse("");
        int end = first.indexOf(':') < 0 ? first.length() : first.indexOf(':');
        String type = first.substring(0, end);
        return WRAPPERS.stream().anyMatch(w -> type.equals(w) || type.endsWith("." + w));
    }

    private static String withoutPackage(String throwable) {
        Matcher m = THROWABLE.matcher(throwable);
        return m.matches() ? m.group(1) + ": " + m.group(2) : throwable;
    }
}
