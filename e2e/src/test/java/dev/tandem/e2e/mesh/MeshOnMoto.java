package dev.tandem.e2e.mesh;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.Passage;
import dev.tandem.e2e.envoy.TestCa;
import dev.tandem.mesh.identity.IdentityPaths;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.mesh.store.RouteStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A mesh whose agents read DynamoDB and SSM of a simulator of AWS. */
final class MeshOnMoto implements AutoCloseable {

    static final String REGION = "eu-central-1";
    static final String TABLE = RouteItems.tableName("tandem", "test");

    private final Moto moto = Moto.start();
    private final Passage passage = new Passage(moto.endpoint());
    private final MeshOnLoopback mesh;
    private final DynamoDbClient dynamo = moto.client(DynamoDbClient.builder(), REGION);
    private final CloudWatchLogsClient logs = moto.client(CloudWatchLogsClient.builder(), REGION);
    private final RouteStore store = RouteStore.consistent(dynamo, TABLE, Clock.systemUTC());
    private final SsmParameters parameters = new SsmParameters(moto.client(SsmClient.builder(), REGION), "alias/tandem-test", "the test");
    private final IdentityPaths paths = new IdentityPaths("tandem", "test");

    MeshOnMoto(Path directory, double clockFactor) {
        mesh = new MeshOnLoopback(directory, clockFactor);
        dynamo.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName(RouteItems.SERVICE).attributeType(ScalarAttributeType.S),
                        a -> a.attributeName(RouteItems.ITEM).attributeType(ScalarAttributeType.S))
                .keySchema(
                        k -> k.attributeName(RouteItems.SERVICE).keyType(KeyType.HASH),
                        k -> k.attributeName(RouteItems.ITEM).keyType(KeyType.RANGE)));
        parameters.put(paths.bundle(), mesh.ca().bundle());
    }

    /** What a service's parameter holds: certificate and key, PEM. */
    TestCa.Issued identity(String service) {
        String text = parameters.get(paths.svid(service)).orElseThrow();
        int key = text.indexOf("-----BEGIN PRIVATE KEY");
        return new TestCa.Issued(text.substring(0, key), text.substring(key));
    }

    MeshOnLoopback mesh() {
        return mesh;
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    RouteStore store() {
        return store;
    }

    URI endpoint() {
        return moto.endpoint();
    }

    CloudWatchLogsClient logs() {
        return logs;
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return moto.client(builder, REGION);
    }

    /** Table and parameters are gone for the tasks; the test itself still reaches them. */
    void cutAws() {
        passage.close();
    }

    /** They are back, as they are meanwhile. */
    void restoreAws() {
        passage.reopen();
    }

    MeshTask start(String service, String version, String address) {
        return start(service, version, address, Map.of());
    }

    /** @param further settings besides where routes, identity and AWS are */
    MeshTask start(String service, String version, String address, Map<String, String> further) {
        TestCa.Issued issued = mesh.ca().issue(MeshOnLoopback.spiffeId(service));
        parameters.putSecret(paths.svid(service), issued.chain() + issued.key());
        return join(service, version, address, further);
    }

    /** Starts a task that finds the identity that there is. */
    MeshTask join(String service, String version, String address, Map<String, String> further) {
        Map<String, String> settings = new TreeMap<>(environment());
        settings.put("TANDEM_ROUTE_TABLE", TABLE);
        settings.put("TANDEM_IDENTITY_SOURCE", "ssm");
        settings.putAll(further);
        return mesh.start(service, version, address, settings);
    }

    /** What a process needs to reach the simulator. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", passage.entrance().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
    }

    /** Puts a document live. */
    LiveRoute publish(RouteDocument document) {
        LiveRoute before = store.live(document.service()).orElse(null);
        RouteChange change = before == null ? RouteChange.first() : RouteChange.of(before.document());
        Map<String, Integer> members = new TreeMap<>();
        document.versions().forEach(version -> members.put(version.name(), 1));
        return store.publish(document, new RouteChange(change.live(), members, true), before == null ? 0 : before.version(), "test", "test");
    }

    @Override
    public void close() {
        mesh.close();
        passage.close();
        moto.close();
    }
}
