package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.mesh.store.RouteVersion;
import dev.tandem.requirements.Covers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@NeedsTools(Tools.MOTO)
class RouteStoreTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
    private static final String ANNA = "arn:aws:sts::123456789012:assumed-role/operator/anna";

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final DynamoDbClient dynamo = AWS.dynamo();
    private RouteStore store;

    @BeforeEach
    void table() {
        store = RouteStore.consistent(dynamo, RouteTables.TABLE, NOON);
    }

    private LiveRoute publish(LiveRoute from, RouteDocument next) {
        return store.publish(next, RouteChange.of(from.document()), from.version(), ANNA, "test");
    }

    private LiveRoute first() {
        return store.publish(RouteTables.auth(0), RouteChange.first(), 0, ANNA, "first");
    }

    @Test
    @Covers(value = "R11.3", evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void keepsEveryVersionAndGoesBackByMovingThePointerOnly() {
        LiveRoute two = publish(first(), RouteTables.auth(5));
        LiveRoute three = publish(two, RouteTables.auth(50));
        assertThat(store.live("auth")).contains(three);
        assertThat(store.history("auth", 10)).extracting(RouteVersion::number).containsExactly(3L, 2L, 1L);
        assertThat(store.history("auth", 10)).allSatisfy(v -> assertThat(v.author()).isEqualTo(ANNA));

        long items = count();
        store.rollback("auth", store.version("auth", 1).orElseThrow(), 3, ANNA, "canary is slow");
        assertThat(store.live("auth")).contains(new LiveRoute(1, RouteTables.auth(0)));
        assertThat(count()).isEqualTo(items);
        assertThat(store.pointer("auth")).hasValueSatisfying(p -> {
            assertThat(p.previous()).isEqualTo(3);
            assertThat(p.note()).isEqualTo("canary is slow");
            assertThat(p.at()).isEqualTo(NOON.instant());
        });
        assertThat(RouteStore.eventual(dynamo, RouteTables.TABLE).liveVersion("auth")).contains(1L);
        assertThat(publish(store.live("auth").orElseThrow(), RouteTables.auth(4)).version()).isEqualTo(4);
        assertThat(store.pointers()).containsOnlyKeys("auth");
    }

    private long count() {
        return dynamo.scan(s -> s.tableName(RouteTables.TABLE)).count();
    }

    @Test
    void publishingWhatIsLiveWritesNothing() {
        LiveRoute one = first();
        assertThat(publish(one, RouteTables.auth(0))).isEqualTo(one);
        assertThat(store.history("auth", 10)).hasSize(1);
    }

    @Test
    void theSecondOfTwoWritersIsToldWhatChanged() {
        LiveRoute one = first();
        publish(one, RouteTables.auth(3));
        assertThatThrownBy(() -> publish(one, RouteTables.auth(5)))
                .isInstanceOf(RouteConflictException.class)
                .hasMessage("auth: version 1 was live when this change was prepared, version 2 is live now, written by " + ANNA
                        + " at 2026-11-26T12:00:00Z (test). Nothing was changed. What changed meanwhile:\n"
                        + "  versions[canary].minMembers: 0 -> 1\n  versions[canary].weight: 0 -> 3\n"
                        + "  versions[stable].weight: 100 -> 97\nLook at it and run the command again");
        assertThatThrownBy(() -> store.rollback("auth", one, 1, ANNA, "late")).isInstanceOf(RouteConflictException.class);
        assertThat(store.liveVersion("auth")).contains(2L);
    }

    @Test
    void ofWritersAtTheSameMomentOneWins() throws Exception {
        LiveRoute one = first();
        int writers = 4;
        CyclicBarrier barrier = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            Callable<Boolean> writer = () -> {
                barrier.await(20, TimeUnit.SECONDS);
                try {
                    publish(one, RouteTables.auth(5));
                    return true;
                } catch (RouteConflictException lost) {
                    return false;
                }
            };
            int won = 0;
            for (Future<Boolean> result : threads.invokeAll(java.util.Collections.nCopies(writers, writer))) {
                won += result.get(60, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(store.live("auth")).hasValueSatisfying(live -> assertThat(live.document()).isEqualTo(RouteTables.auth(5)));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusedDocumentIsNotWritten() {
        LiveRoute one = first();
        assertThatThrownBy(() -> publish(one, RouteTables.auth(50)))
                .isInstanceOf(RouteFormatException.class)
                .hasMessageContaining("a start from 0 to 50 %");
        assertThat(store.history("auth", 10)).hasSize(1);
    }

    @Test
    void whatNobodyOfTandemWroteIsNamed() {
        first();
        dynamo.updateItem(u -> u.tableName(RouteTables.TABLE)
                .key(Map.of("service", AttributeValue.fromS("auth"), "item", AttributeValue.fromS("v#0000000001")))
                .updateExpression("SET #d = :d")
                .expressionAttributeNames(Map.of("#d", "document"))
                .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("{\"half\": "))));
        assertThatThrownBy(() -> store.live("auth"))
                .isInstanceOf(RouteSourceException.class)
                .hasMessageContaining("table tandem-prod-routes, service auth, item \"v#0000000001\" is no route document that"
                        + " Tandem wrote: route document:")
                .hasMessageContaining("Roll back to an earlier version");
    }

    @Test
    void aChangedTextDoesNotPassForTheDocument() {
        first();
        String other = RouteJson.canonicalText(RouteTables.auth(5));
        dynamo.updateItem(u -> u.tableName(RouteTables.TABLE)
                .key(Map.of("service", AttributeValue.fromS("auth"), "item", AttributeValue.fromS("v#0000000001")))
                .updateExpression("SET #d = :d")
                .expressionAttributeNames(Map.of("#d", "document"))
                .expressionAttributeValues(Map.of(":d", AttributeValue.fromS(other))));
        assertThatThrownBy(() -> store.live("auth")).hasMessageContaining("its digest is sha256:");
    }

    @Test
    void aPointerWithoutItsDocumentIsSaid() {
        first();
        dynamo.deleteItem(d -> d.tableName(RouteTables.TABLE)
                .key(Map.of("service", AttributeValue.fromS("auth"), "item", AttributeValue.fromS("v#0000000001"))));
        assertThat(store.liveVersion("auth")).contains(1L);
        assertThatThrownBy(() -> store.live("auth"))
                .isInstanceOf(RouteSourceException.class)
                .hasMessageContaining("version 1 of auth is live and its document is not there");
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> RouteStore.eventual(dynamo, "other").live("auth"))
                .isInstanceOf(RouteSourceException.class)
                .hasMessage("dynamodb:Query: there is no table other in eu-central-1. Deploy the stack there first, or check"
                        + " --region and --environment");
    }

    @Test
    void whatTheStackDeclaresIsLiveUntilSomethingIsPublished() {
        declare(RouteTables.auth(0));
        LiveRoute declared = store.live("auth").orElseThrow();
        assertThat(declared.document()).isEqualTo(RouteTables.auth(0));
        assertThat(declared.version()).isNegative();
        assertThat(store.liveVersion("auth")).contains(declared.version());
        assertThat(store.services()).containsExactly("auth");
        declare(RouteTables.auth(0).toBuilder().callers(List.of()).build());
        assertThat(store.liveVersion("auth")).as("a poll sees the change").isNotEqualTo(Optional.of(declared.version()));
        declare(RouteTables.auth(0));

        assertThat(publish(declared, RouteTables.auth(5)).version()).isEqualTo(1);
        assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(5));
        assertThatThrownBy(() -> publish(declared, RouteTables.auth(3))).isInstanceOf(RouteConflictException.class)
                .hasMessageContaining("no published version was live when this change was prepared, version 1 is live now");
    }

    @Test
    void theStacksPartOfADocumentIsLiveAlthoughSomethingIsPublished() {
        declare(RouteTables.auth(0));
        LiveRoute declared = store.live("auth").orElseThrow();
        publish(declared, RouteTables.auth(5));
        String before = store.liveStamp("auth").orElseThrow();

        declare(RouteTables.auth(0).toBuilder().callers(List.of("billing", "persona")).path(Optional.of("/api/login")).build());
        LiveRoute live = store.live("auth").orElseThrow();
        assertThat(live.version()).as("what operators published is still version 1").isEqualTo(1);
        assertThat(live.stamp()).as("a poll sees the change").isEqualTo(store.liveStamp("auth").orElseThrow()).isNotEqualTo(before);
        assertThat(live.document()).isEqualTo(
                RouteTables.auth(5).toBuilder().callers(List.of("billing", "persona")).path(Optional.of("/api/login")).build());

        assertThat(publish(live, live.document().toBuilder().timeoutMillis(3_000).build()).version()).isEqualTo(2);
        store.rollback("auth", store.version("auth", 1).orElseThrow(), 2, "anna", "back");
        assertThat(store.live("auth").orElseThrow().document()).as("callers stay as declared, shares go back").isEqualTo(live.document());
    }

    @Test
    void anotherTrustDomainIsNotTakenFromADeclaration() {
        declare(RouteTables.auth(0));
        publish(store.live("auth").orElseThrow(), RouteTables.auth(5));
        declare(RouteTables.auth(0).toBuilder().in("prod", "other.example.org").build());
        assertThat(store.live("auth").orElseThrow().document().trustDomain()).isEqualTo("prod.example.org");
    }

    private void declare(RouteDocument document) {
        RouteTables.declare(dynamo, document);
    }

    @Test
    void nothingIsLiveInAnEmptyTable() {
        assertThat(store.live("auth")).isEmpty();
        assertThat(store.history("auth", 10)).isEqualTo(List.of());
    }
}
