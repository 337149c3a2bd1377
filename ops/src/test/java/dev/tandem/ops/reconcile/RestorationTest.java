package dev.tandem.ops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The plan, the refusals and what is asked of DynamoDB; that DynamoDB holds to the conditions is seen on the simulator. */
class RestorationTest {

    private static final Map<String, AttributeValue> WINNER = item("winner", "eu-west-1", 2);
    private static final Map<String, AttributeValue> LOST = item("lost", "eu-central-1", 1);
    private static final WritingRegion WEST = new WritingRegion("eu-west-1", 3);

    @TempDir
    private Path directory;

    private static Map<String, AttributeValue> item(String value, String region, int epoch) {
        return Map.of("pk", AttributeValue.fromS("user#1"), "sk", AttributeValue.fromS("1"), "value", AttributeValue.fromS(value),
                "writtenIn", AttributeValue.fromS(region), "writtenEpoch", AttributeValue.fromN(Integer.toString(epoch)));
    }

    /** One item, and what was asked to be written. */
    private static final class OneItem implements DynamoDbClient {

        private Map<String, AttributeValue> item;
        private TransactWriteItemsRequest asked;
        private boolean moved;

        OneItem(Map<String, AttributeValue> item) {
            this.item = item;
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            assertThat(request.key()).containsOnlyKeys("pk", "sk");
            assertThat(request.consistentRead()).isTrue();
            return GetItemResponse.builder().item(item).build();
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            asked = request;
            if (moved) {
                throw TransactionCanceledException.builder().message("ConditionalCheckFailed").build();
            }
            item = request.transactItems().get(1).put().item();
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private LostItem saved(String change, String now, Map<String, AttributeValue> lost) throws IOException {
        Path file = Files.createTempFile(directory, "lost", ".jsonl");
        Files.writeString(file, LostItems.line("t", "user#1 / 1", "", "overwritten", lost, now).replace("\"write\"", "\"" + change + "\"") + "\n");
        return LostItem.in(file, "t", "user#1 / 1");
    }

    @Test
    @Covers(value = "R1.4", evidence = Covers.Evidence.SIMULATED)
    void theLostItemIsWrittenOverTheOneThatWonAndThatIsKept() throws IOException {
        OneItem dynamo = new OneItem(WINNER);
        Restoration plan = Restoration.of(dynamo, WEST, saved("write", ItemJson.digest(WINNER), LOST));
        assertThat(plan.changes()).as("stamps are not a change").containsExactly("value");
        Path kept = directory.resolve("kept");
        plan.apply(dynamo, kept);
        assertThat(dynamo.item).isEqualTo(item("lost", "eu-west-1", 3));
        List<TransactWriteItem> asked = dynamo.asked.transactItems();
        assertThat(asked.get(0).conditionCheck().conditionExpression()).isEqualTo("#writer = :writer AND #epoch = :epoch");
        assertThat(asked.get(0).conditionCheck().expressionAttributeValues()).isEqualTo(
                Map.of(":writer", AttributeValue.fromS("eu-west-1"), ":epoch", AttributeValue.fromN("3")));
        assertThat(asked.get(1).put().conditionExpression()).isEqualTo("#n0 = :v0 AND #n1 = :v1 AND #n2 = :v2 AND #n3 = :v3 AND #n4 = :v4");
        assertThat(asked.get(1).put().expressionAttributeValues()).hasSize(5).containsValues(WINNER.values().toArray(AttributeValue[]::new));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        Restoration back = Restoration.of(dynamo, WEST, LostItem.in(kept, "t", "user#1 / 1"));
        back.apply(dynamo, directory.resolve("kept-2"));
        assertThat(dynamo.item).as("and back").isEqualTo(item("winner", "eu-west-1", 3));
        assertThat(Restoration.of(dynamo, WEST, LostItem.in(kept, "t", "user#1 / 1")).idle()).as("safe to repeat").isTrue();
    }

    @Test
    void whatChangedSinceIsNotOverwritten() throws IOException {
        LostItem lost = saved("write", ItemJson.digest(WINNER), LOST);
        assertThatThrownBy(() -> Restoration.of(new OneItem(item("newer", "eu-west-1", 2)), WEST, lost))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessage("t user#1 / 1 in eu-west-1: found another item, expected the one that was there when the file was saved. It was"
                        + " changed since: make the change by the service's own interface, or save anew and look");
        assertThatThrownBy(() -> Restoration.of(new OneItem(Map.of()), WEST, lost)).hasMessageContaining("found no item, expected the one");

        OneItem moved = new OneItem(WINNER);
        Restoration plan = Restoration.of(moved, WEST, lost);
        moved.moved = true;
        assertThatThrownBy(() -> plan.apply(moved, directory.resolve("kept"))).isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("the item or the region that writes changed meanwhile").hasMessageContaining("Nothing was written");
        moved.asked = null;
        assertThatThrownBy(() -> plan.apply(moved, directory.resolve("kept"))).hasMessageContaining("expected a file that does not exist");
        assertThat(moved.asked).as("nothing is replaced that is not kept").isNull();
    }

    @Test
    void whatWasDeletedDoesNotComeBack() {
        assertThatThrownBy(() -> saved("deletion", "", LOST)).hasMessageContaining("found a deletion that was lost, expected a write");
        assertThatThrownBy(() -> saved("write", "", LOST)).hasMessageContaining("found no item in its place when the file was saved")
                .hasMessageContaining("it would come back");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), LostItems.line("t", "a / 1", "", "overwritten", LOST, "x") + "\n");
        assertThatThrownBy(() -> LostItem.in(file, "t", "b / 1")).hasMessage(file + " has 0 lines of 't b / 1', expected one of [t a / 1]");
        assertThatThrownBy(() -> LostItem.in(directory.resolve("none"), "t", "a / 1")).hasMessageContaining("can't be read (NoSuchFileException)");
        Files.writeString(file, "not JSON");
        assertThatThrownBy(() -> LostItem.in(file, "t", "a / 1")).hasMessageContaining("found no JSON in line 1");
        assertThatThrownBy(() -> WritingRegion.of(new OneItem(new HashMap<>()), "t", "eu-west-1")).hasMessageContaining("has no epoch");
    }
}
