package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.report.TextStyle;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void colours_are_for_terminals_that_want_them() {
        assertThat(Terminal.style(Map.of("TERM", "xterm"), true)).isEqualTo(TextStyle.COLOUR);
        assertThat(Terminal.style(Map.of("TERM", "xterm"), false)).isEqualTo(TextStyle.PLAIN);
        assertThat(Terminal.style(Map.of("TERM", "dumb"), true)).isEqualTo(TextStyle.PLAIN);
        assertThat(Terminal.style(Map.of("TERM", "xterm", "NO_COLOR", "1"), true)).isEqualTo(TextStyle.PLAIN);
        assertThat(Terminal.style(Map.of("TERM", "xterm", "NO_COLOR", ""), true)).isEqualTo(TextStyle.COLOUR);
    }
}
