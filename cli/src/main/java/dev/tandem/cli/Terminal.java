package dev.tandem.cli;

import dev.tandem.policy.report.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether standard output is a terminal that wants colours. */
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
