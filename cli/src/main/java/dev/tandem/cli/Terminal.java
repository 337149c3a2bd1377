package dev.tandem.cli;

import dev.tandem.policy.report.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Whether standard output is a terminal, whether it wants colours, and how wide it is. */
final class Terminal {

    private static final Path STDOUT = Path.of("/proc/self/fd/1");

    private Terminal() {}

    static TextStyle style() {
        return style(System.getenv(), isTerminal());
    }

    /** NO_COLOR refuses when it is set and not empty, whatever it says: no-color.org. */
    static TextStyle style(Map<String, String> environment, boolean terminal) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return !refused && terminal ? TextStyle.COLOUR : TextStyle.PLAIN;
    }

    /** A text as it is, or where it goes to a terminal, in lines of its width. */
    static String fitted(String text) {
        return fitted(text, System.getenv(), isTerminal(), () -> new UsageMessageSpec().autoWidth(true).width());
    }

    /** COLUMNS says it where it is exported, else the terminal is asked, as picocli does for help (stty, tput or mode). */
    static String fitted(String text, Map<String, String> environment, boolean terminal, IntSupplier asked) {
        if (!terminal) {
            return text;
        }
        String columns = environment.getOrDefault("COLUMNS", "");
        return Fitted.to(text, columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : asked.getAsInt());
    }

    /** Newer Java versions have a console even where output goes to a file, so ask the file descriptor if there is one. */
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return !Files.isSymbolicLink(STDOUT) || Files.readSymbolicLink(STDOUT).startsWith("/dev");
        } catch (IOException e) {
            return false;
        }
    }
}
