package dev.tandem.ops.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that no table has any more, as lines of JSON in the form of DynamoDB's own API. */
public final class LostItems {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LostItems() {}

    /**
     * Writes what was lost into a new file that only its owner may read. A deletion that was lost has no item: {@code lost} is null
     * and {@code change} is {@code deletion}, else {@code write}.
     *
     * @return how many
     * @throws OperationRefusedException when the file exists, or can't be written
     */
    public static int write(Path file, List<Reconciliation> tables) {
        List<String> lines = new ArrayList<>();
        for (Reconciliation table : tables) {
            table.late().stream()
                    .filter(write -> write.verdict() == Verdict.OVERWRITTEN || write.verdict() == Verdict.CONFLICTING)
                    .forEach(write -> lines.add(line(table.table(), write)));
        }
        try {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            Files.createFile(file, posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0]);
            Files.write(file, lines);
            return lines.size();
        } catch (IOException failed) {
            throw new OperationRefusedException("--save: " + file + " can't be written (" + failed.getClass().getSimpleName()
                    + "), expected a file that does not exist, in a folder that does");
        }
    }

    static String line(String table, LateWrite write) {
        ObjectNode line = JSON.objectNode().put("table", table).put("key", write.key()).put("at", write.at().toString())
                .put("verdict", write.verdict().name().toLowerCase(Locale.ROOT))
                .put("change", write.lost().isEmpty() ? "deletion" : "write")
                .put("writtenIn", Change.text(write.lost(), "writtenIn").orElse(""));
        line.set("lost", write.lost().isEmpty() ? JSON.nullNode() : object(write.lost()));
        return line.toString();
    }

    private static ObjectNode object(Map<String, AttributeValue> item) {
        ObjectNode node = JSON.objectNode();
        item.forEach((name, value) -> node.set(name, value(value)));
        return node;
    }

    private static JsonNode value(AttributeValue value) {
        return switch (value.type()) {
            case S -> JSON.objectNode().put("S", value.s());
            case N -> JSON.objectNode().put("N", value.n());
            case BOOL -> JSON.objectNode().put("BOOL", value.bool());
            case B -> JSON.objectNode().put("B", value.b().asByteArray());
            case M -> JSON.objectNode().set("M", object(value.m()));
            case L -> JSON.objectNode().set("L", array(value.l().stream().map(LostItems::value).toList()));
            case SS -> JSON.objectNode().set("SS", array(value.ss().stream().map(text -> (JsonNode) JSON.textNode(text)).toList()));
            case NS -> JSON.objectNode().set("NS", array(value.ns().stream().map(text -> (JsonNode) JSON.textNode(text)).toList()));
            case BS -> JSON.objectNode().set("BS",
                    array(value.bs().stream().map(bytes -> (JsonNode) JSON.binaryNode(bytes.asByteArray())).toList()));
            case NUL, UNKNOWN_TO_SDK_VERSION -> JSON.objectNode().put("NULL", true);
        };
    }

    private static ArrayNode array(List<JsonNode> values) {
        return JSON.arrayNode().addAll(values);
    }
}
