package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.service.store.Condition;
import dev.tandem.service.store.ConflictException;
import dev.tandem.service.store.DynamoStore;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.MemoryStore;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The store in memory, on which the services' own tests stand, answers as the one of DynamoDB does. */
@NeedsTools(Tools.MOTO)
class StoresAgreeTest {

    private static final int SEQUENCES = 25;
    private static final int TRANSACTIONS = 40;

    private static Moto moto;
    private static DynamoDbClient dynamo;

    private DynamoStore table;
    private MemoryStore memory;

    @BeforeAll
    static void start() {
        moto = Moto.start();
        dynamo = moto.client(DynamoDbClient.builder(), "eu-central-1");
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            dynamo.close();
            moto.close();
        }
    }

    @BeforeEach
    void empty() {
        moto.reset();
        dynamo.createTable(create -> create.tableName("t").billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                        sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(pk -> pk.attributeName("pk").keyType(KeyType.HASH), sk -> sk.attributeName("sk").keyType(KeyType.RANGE)));
        dynamo.updateTimeToLive(ttl -> ttl.tableName("t").timeToLiveSpecification(field -> field.attributeName(Item.EXPIRES_AT).enabled(true)));
        table = new DynamoStore(dynamo, "t");
        memory = new MemoryStore();
    }

    @Test
    @Covers(value = "R9.4", evidence = Covers.Evidence.SIMULATED)
    void anySequenceHasTheSameAnswersAndLeavesTheSameItems() {
        Map<String, Integer> answers = new TreeMap<>();
        for (int seed = 0; seed < SEQUENCES; seed++) {
            RandomWrites random = new RandomWrites(seed);
            for (int i = 0; i < TRANSACTIONS; i++) {
                List<Write> writes = random.transaction();
                String answer = answer(memory, writes);
                assertThat(answer(table, writes)).as("seed %d, transaction %d: %s", seed, i, writes).isEqualTo(answer);
                answers.merge(answer.replaceAll(" .*", ""), 1, Integer::sum);
            }
            for (String pk : RandomWrites.PARTITIONS) {
                for (String prefix : RandomWrites.PREFIXES) {
                    assertThat(table.query(pk, prefix)).as("seed %d: items of %s from '%s'", seed, pk, prefix).isEqualTo(memory.query(pk, prefix));
                }
            }
        }
        assertThat(answers.get("done")).as("of " + answers).isGreaterThan(SEQUENCES * TRANSACTIONS / 5);
        assertThat(answers.get("conflict")).as("of " + answers).isGreaterThan(SEQUENCES * TRANSACTIONS / 5);
    }

    @Test
    void whatHasExpiredIsThereUntilItIsRemovedAndMayBeReplaced() {
        Item old = Item.of("p", "s").with(Item.EXPIRES_AT, 1_000);
        Item next = Item.of("p", "s").with(Item.EXPIRES_AT, 9_000);
        for (Store store : List.of(memory, table)) {
            store.transact(List.of(Write.create(old)));
            assertThat(store.get(old.key())).contains(old);
            assertThat(answer(store, List.of(Write.create(next)))).isEqualTo("conflict at 0");
            assertThat(answer(store, List.of(new Write.Put(next, Condition.absentOrBelow(Item.EXPIRES_AT, 1_000))))).isEqualTo("conflict at 0");
            assertThat(answer(store, List.of(new Write.Put(next, Condition.absentOrBelow(Item.EXPIRES_AT, 1_001))))).isEqualTo("done");
            assertThat(store.get(old.key())).contains(next);
        }
    }

    @Test
    void bothRefuseWhatIsNoTransaction() {
        Write write = Write.put(Item.of("p", "s"));
        List<Write> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add(Write.put(Item.of("p", "s" + i)));
        }
        for (Store store : List.of(memory, table)) {
            assertThatThrownBy(() -> store.transact(List.of())).hasMessage("0 writes, expected 1 to 100, each of another item: []");
            assertThatThrownBy(() -> store.transact(List.of(write, new Write.Delete(write.key(), Condition.none()))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("2 writes, expected 1 to 100, each of another item: [p / s, p / s]");
            assertThatThrownBy(() -> store.transact(many)).hasMessageStartingWith("101 writes, expected 1 to 100");
            store.transact(many.subList(0, 100));
            assertThat(store.query("p", "")).hasSize(100);
        }
        assertThatThrownBy(() -> new Write.Check(new Key("p", "s"), Condition.none()))
                .hasMessage("a check of p / s without a condition, expected one; to change nothing, leave it out");
    }

    private static String answer(Store store, List<Write> writes) {
        try {
            store.transact(writes);
            return "done";
        } catch (ConflictException e) {
            return "conflict at " + e.index();
        }
    }
}
