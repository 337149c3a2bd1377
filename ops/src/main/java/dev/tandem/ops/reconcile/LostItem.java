package dev.tandem.ops.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One line of a file of lost items.
 *
 * @param table name of its table
 * @param key   {@code PK / SK}
 * @param now   digest of the item that was there when the file was written; empty when there was none
 * @param lost  the image
 */
public record LostItem(String table, String key, String now, Map<String, AttributeValue> lost) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the image. */
    public LostItem {
        lost = Map.copyOf(lost);
    }

    /** Region that wrote the image; empty when it carries no stamp. */
    public String writtenIn() {
        return Change.text(lost, Change.WRITTEN_IN).orElse("");
    }

    /**
     * Finds a line.
     *
     * @throws OperationRefusedException when the file can't be read, has no or several lines of the item, or none that can be written
     *                                   again
     */
    public static LostItem in(Path file, String table, String key) {
        List<String> keys = new ArrayList<>();
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String text : Files.readAllLines(file)) {
                JsonNode line = JSON.readTree(text);
                keys.add(line.path("table").asText() + " " + line.path("key").asText());
                if (line.path("table").asText().equals(table) && line.path("key").asText().equals(key)) {
                    lines.add(line);
                }
            }
        } catch (JsonProcessingException malformed) {
            throw new OperationRefusedException(file + " is not a file of lost items: found no JSON in line " + (keys.size() + 1)
                    + ", expected what ./tandem reconcile --save wrote");
        } catch (IOException failed) {
            throw new OperationRefusedException(file + " can't be read (" + failed.getClass().getSimpleName()
                    + "), expected what ./tandem reconcile --save wrote");
        }
        if (lines.size() != 1) {
            throw new OperationRefusedException(file + " has " + lines.size() + " lines of '" + table + " " + key + "', expected one"
                    + (lines.isEmpty() ? " of " + keys : ""));
        }
        return of(lines.get(0));
    }

    private static LostItem of(JsonNode line) {
        String name = line.path("table").asText() + " " + line.path("key").asText();
        if (!line.path("change").asText().equals("write")) {
            throw new OperationRefusedException(name + ": found a deletion that was lost, expected a write: there is no item to write again."
                    + " Delete it by the service's own interface, if its owner still wants it gone");
        }
        if (line.path("now").asText().isEmpty()) {
            throw new OperationRefusedException(name + ": found no item in its place when the file was saved, expected one: somebody deleted"
                    + " it, and it would come back. Make the change by the service's own interface");
        }
        try {
            return new LostItem(line.path("table").asText(), line.path("key").asText(), line.path("now").asText(),
                    ItemJson.read(line.path("lost")));
        } catch (IllegalArgumentException malformed) {
            throw new OperationRefusedException(name + ": found " + malformed.getMessage() + ", expected DynamoDB's JSON");
        }
    }
}
