package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A deployment changes who may call a service whose routes operators have published: it becomes live by itself, on real Envoys. */
@NeedsTools({Tools.ENVOY, Tools.MOTO})
class DeclarationTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    @Test
    @Covers(value = "R2.1", evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void aNewCallerIsLetInAndOneThatIsNoLongerDeclaredIsKeptOut() {
        try (MeshOnMoto aws = new MeshOnMoto(directory, 10)) {
            RouteDocument persona = MeshOnLoopback.document("persona").version("stable", 100, 1).build();
            RouteDocument auth = MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build();
            declare(aws, persona);
            declare(aws, auth);
            aws.publish(persona.toBuilder().timeoutMillis(45_000).build());
            aws.publish(auth.toBuilder().timeoutMillis(45_000).build());
            aws.mesh().dns().set("persona-stable.svc.local", "127.0.97.1");
            aws.start("persona", "stable", "127.0.97.1");
            MeshTask caller = aws.start("auth", "stable", "127.0.97.9");
            aws.mesh().awaitReady();
            RawClient.Target target = RawClient.Target.of(caller.outbound(), "persona");
            assertThat(Load.statuses(Load.burst(target, 20, 2))).as("nobody is declared").doesNotContainKey(200);

            declare(aws, persona.toBuilder().callers(List.of("auth")).build());
            awaitAll(target, true);
            declare(aws, persona);
            awaitAll(target, false);
            assertThat(aws.store().live("persona").orElseThrow().version()).as("operators' version").isEqualTo(1);
        }
    }

    private static void awaitAll(RawClient.Target target, boolean allowed) {
        Eventually.within(LIMIT, () -> {
            Map<Integer, Long> statuses = Load.statuses(Load.burst(target, 20, 2));
            return statuses.getOrDefault(200, 0L) == (allowed ? 20 : 0) ? Optional.empty() : Optional.of("answers " + statuses);
        });
    }

    private static void declare(MeshOnMoto aws, RouteDocument document) {
        aws.dynamo().putItem(put -> put.tableName(MeshOnMoto.TABLE).item(Map.of(
                RouteItems.SERVICE, AttributeValue.fromS(document.service()),
                RouteItems.ITEM, AttributeValue.fromS(RouteItems.DECLARED),
                "document", AttributeValue.fromS(RouteJson.canonicalText(document)),
                "digest", AttributeValue.fromS(RouteJson.digest(document)))));
    }
}
