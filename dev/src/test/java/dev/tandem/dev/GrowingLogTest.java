package dev.tandem.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log driver of {@code ./tandem dev} reads while a process writes. */
class GrowingLogTest {

    private static final int MOST = 16;

    @TempDir
    Path folder;

    private Path file;
    private GrowingLog log;

    @BeforeEach
    void start() throws IOException {
        file = Files.createFile(folder.resolve("auth.log"));
        log = new GrowingLog(file, MOST);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /** All that there is now, one list a piece. */
    private List<List<String>> read() throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (GrowingLog.Piece piece = log.next(); !piece.empty(); piece = log.next()) {
            all.add(piece.lines());
            log.taken(piece);
        }
        return all;
    }

    @Test
    void linesComeWholeAndOnce() throws IOException {
        write("one\n\ntwo\nthr");
        assertThat(read()).containsExactly(List.of("one", "two"));
        write("ee\n");
        assertThat(read()).containsExactly(List.of("three"));
        assertThat(read()).isEmpty();
    }

    @Test
    void ofALineThatIsBeingWrittenNobodyIsToldThePartThatIsThere() throws IOException {
        write("{\"a\":1}\n{\"name\":\"J");
        byte[] half = Arrays.copyOf("\u00f6rg\"}\n".getBytes(StandardCharsets.UTF_8), 1);
        Files.write(file, half, StandardOpenOption.APPEND);
        assertThat(GrowingLog.wholeLines(file)).containsExactly("{\"a\":1}");
        Files.write(file, new byte[] {(byte) 0xb6, '"', '}', '\n'}, StandardOpenOption.APPEND);
        assertThat(GrowingLog.wholeLines(file)).containsExactly("{\"a\":1}", "{\"name\":\"J\u00f6\"}");
    }

    @Test
    void aPieceThatIsNotTakenComesAgain() throws IOException {
        write("one\n");
        assertThat(log.next()).isEqualTo(log.next()).extracting(GrowingLog.Piece::lines).isEqualTo(List.of("one"));
    }

    @Test
    void aLineLongerThanAPieceComesInPartsAndDoesNotStopTheRest() throws IOException {
        write("before\n" + "x".repeat(2 * MOST + 3) + "\nafter\n");
        assertThat(read()).containsExactly(List.of("before"), List.of("x".repeat(MOST)), List.of("x".repeat(MOST)), List.of("xxx", "after"));
    }

    @Test
    void partsOfALineHaveWholeCharacters() throws IOException {
        for (String character : List.of("ü", "€", "🜨")) {
            String line = "x".repeat(MOST - 1) + character + "y".repeat(MOST);
            write(line + "\n");
            assertThat(String.join("", read().stream().flatMap(List::stream).toList())).isEqualTo(line);
        }
    }

    @Test
    void aFileThatBecameShorterIsReadFromItsStart() throws IOException {
        write("one\ntwo\n");
        assertThat(read()).containsExactly(List.of("one", "two"));
        Files.writeString(file, "new\n");
        assertThat(read()).containsExactly(List.of("new"));
        Files.writeString(file, "");
        assertThat(read()).isEmpty();
    }
}
