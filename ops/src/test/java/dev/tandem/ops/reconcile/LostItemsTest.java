package dev.tandem.ops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LostItemsTest {

    @TempDir
    private Path directory;

    @Test
    void aDeletionThatLostBringsNoItemBack() throws IOException {
        Path file = directory.resolve("lost.jsonl");
        Instant at = Instant.ofEpochSecond(9);
        List<LateWrite> late = List.of(new LateWrite("a / 1", at, Verdict.CONFLICTING, Map.of()),
                new LateWrite("b / 1", at, Verdict.OVERWRITTEN, Map.of("writtenIn", AttributeValue.fromS("eu-central-1"))),
                new LateWrite("c / 1", at, Verdict.KEPT, Map.of()));

        assertThat(LostItems.write(file, List.of(new Reconciliation("t", Optional.empty(), late, 0, true)),
                (table, like) -> Optional.of(Map.of("value", AttributeValue.fromS("winner"))))).isEqualTo(2);
        String winner = ItemJson.digest(Map.of("value", AttributeValue.fromS("winner")));
        assertThat(Files.readAllLines(file)).containsExactly(
                "{\"table\":\"t\",\"key\":\"a / 1\",\"at\":\"1970-01-01T00:00:09Z\",\"verdict\":\"conflicting\",\"change\":\"deletion\","
                        + "\"writtenIn\":\"\",\"now\":\"\",\"lost\":null}",
                "{\"table\":\"t\",\"key\":\"b / 1\",\"at\":\"1970-01-01T00:00:09Z\",\"verdict\":\"overwritten\",\"change\":\"write\","
                        + "\"writtenIn\":\"eu-central-1\",\"now\":\"" + winner + "\",\"lost\":{\"writtenIn\":{\"S\":\"eu-central-1\"}}}");
    }
}
