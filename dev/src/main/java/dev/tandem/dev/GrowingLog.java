package dev.tandem.dev;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a process writes, piece by piece: whole lines only, except that one longer than a piece comes in parts. One that became
 * shorter was begun anew, and is read from its start. For use by one thread.
 */
final class GrowingLog {

    private final Path file;
    private final int most;
    private long taken;

    /** @param most bytes of a piece, and so of a line or a part of one; 4 at least */
    GrowingLog(Path file, int most) {
        this.file = file;
        this.most = most;
    }

    /** All lines of such a file that are whole by now, whoever has taken which. */
    static List<String> wholeLines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, 0, lastLineEnd(bytes), StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * What was not taken yet.
     *
     * @param lines without blank ones
     * @param from  where it begins, bytes
     * @param to    where it ends; {@code from} when there is nothing
     */
    record Piece(List<String> lines, long from, long to) {

        /** Whether nothing was written. */
        boolean empty() {
            return from == to;
        }
    }

    /** The next piece: the same again until it is {@link #taken}. */
    Piece next() throws IOException {
        byte[] bytes;
        long from;
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
            long length = written.length();
            from = taken > length ? 0 : taken;
            written.seek(from);
            bytes = new byte[(int) Math.min(most, length - from)];
            written.readFully(bytes);
        }
        int end = end(bytes);
        List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        return new Piece(lines, from, from + end);
    }

    /** Goes on behind a piece. */
    void taken(Piece piece) {
        taken = piece.to();
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private int end(byte[] bytes) {
        int end = lastLineEnd(bytes);
        return end == 0 && bytes.length == most ? wholeCharacters(bytes) : end;
    }

    /** Without the first bytes of a character of UTF-8 whose last ones are in the next piece. */
    private static int wholeCharacters(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > bytes.length - 4 && (bytes[last] & 0xc0) == 0x80) {
            last--;
        }
        int first = bytes[last] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
        return last + length > bytes.length ? last : bytes.length;
    }
}
