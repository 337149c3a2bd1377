package dev.tandem.ops.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that no table has any more, as lines of JSON in the form of DynamoDB's own API. */
public final class LostItems {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LostItems() {}

    /** Reads an item as it is now, where its table is written. */
    @FunctionalInterface
    public interface Present {
        /** @param like an item with the same key */
        Optional<Map<String, AttributeValue>> item(String table, Map<String, AttributeValue> like);
    }

    /**
     * Writes what was lost into a new file that only its owner may read. A deletion that was lost has no item: {@code lost} is null
     * and {@code change} is {@code deletion}, else {@code write}. {@code now} is the digest of the item that is there instead, so that
     * a {@link Restoration} of it later finds out whether that was changed since; empty when there is none.
     *
     * @return how many
     * @throws OperationRefusedException when the file exists, or can't be written
     */
    public static int write(Path file, List<Reconciliation> tables, Present present) {
        List<String> lines = new ArrayList<>();
        for (Reconciliation table : tables) {
            table.late().stream()
                    .filter(write -> write.verdict() == Verdict.OVERWRITTEN || write.verdict() == Verdict.CONFLICTING)
                    .forEach(write -> lines.add(line(table.table(), write, write.lost().isEmpty() ? Optional.empty()
                            : present.item(table.table(), write.lost()))));
        }
        write(file, lines, "--save: " + file);
        return lines.size();
    }

    /** @param what begins the refusal */
    static void write(Path file, List<String> lines, String what) {
        try {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            Files.createFile(file, posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0]);
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new OperationRefusedException(what + " can't be written (" + failed.getClass().getSimpleName()
                    + "), expected a file that does not exist, in a folder that does");
        }
    }

    private static String line(String table, LateWrite write, Optional<Map<String, AttributeValue>> now) {
        return line(table, write.key(), write.at().toString(), write.verdict().name().toLowerCase(Locale.ROOT), write.lost(),
                now.map(ItemJson::digest).orElse(""));
    }

    static String line(String table, String key, String at, String verdict, Map<String, AttributeValue> lost, String now) {
        ObjectNode line = JSON.objectNode().put("table", table).put("key", key).put("at", at).put("verdict", verdict)
                .put("change", lost.isEmpty() ? "deletion" : "write")
                .put("writtenIn", Change.text(lost, Change.WRITTEN_IN).orElse("")).put("now", now);
        line.set("lost", lost.isEmpty() ? JSON.nullNode() : ItemJson.write(lost));
        return line.toString();
    }
}
