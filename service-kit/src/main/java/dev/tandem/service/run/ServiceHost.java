package dev.tandem.service.run;

import dev.tandem.service.context.Traces;
import dev.tandem.service.http.Health;
import dev.tandem.service.http.HttpService;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import dev.tandem.service.queue.QueueConsumer;
import dev.tandem.service.store.DynamoStore;
import dev.tandem.service.store.FencedStore;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Runs a service: telemetry, table, HTTP, queue. On SIGTERM it says that it drains, reads no more messages, lets what it is at
 * come to its end, and sends its last spans. The mesh has left before (docs/adr/0040), so nobody new comes meanwhile.
 */
public final class ServiceHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceHost.class);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final Health health = new Health();
    private final OpenTelemetrySdk telemetry;
    private final HttpService http;
    private final Optional<QueueConsumer> queue;

    private ServiceHost(ServiceSettings settings, Function<ServiceContext, ServiceParts> service) {
        telemetry = Telemetry.start(settings.service(), settings.collector(), settings.traceRatio());
        Traces traces = new Traces(telemetry);
        RedMetrics metrics = new RedMetrics(telemetry);
        DynamoDbClient dynamo = client(DynamoDbClient.builder(), settings, CALL);
        ServiceParts parts = service.apply(new ServiceContext(settings,
                new FencedStore(new DynamoStore(dynamo, settings.tableName()), settings.region()),
                client(SsmClient.builder(), settings, CALL), traces, metrics, Clock.systemUTC()));
        health.addTo(parts.routes(), settings.basePath());
        http = HttpService.start(settings.host(), settings.port(), parts.routes(), traces, metrics);
        QueueConsumer.Settings reading = reading(settings);
        queue = parts.messages().flatMap(handler -> settings.queueUrl().map(url -> QueueConsumer.start(
                client(SqsClient.builder(), settings, Duration.ofSeconds(reading.waitSeconds() + 5L)), url, handler, traces, metrics, reading)));
        health.become(Health.State.READY);
        LOG.atInfo().addKeyValue("port", http.port()).log("{} is ready", settings.service());
    }

    /**
     * Starts a service.
     *
     * @throws java.io.UncheckedIOException when its address is taken
     */
    public static ServiceHost start(ServiceSettings settings, Function<ServiceContext, ServiceParts> service) {
        return new ServiceHost(settings, service);
    }

    /** The main of a service: starts it from the environment and ends with the process. Exit 2 for settings that are missing or wrong. */
    public static void main(Function<ServiceContext, ServiceParts> service) {
        try {
            ServiceHost host = start(ServiceSettings.of(System.getenv()), service);
            Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            LOG.error(e.getMessage());
            System.exit(2);
        }
    }

    /** Where it listens. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        health.become(Health.State.DRAINING);
        queue.ifPresent(QueueConsumer::close);
        http.close();
        telemetry.close();
        LOG.info("stopped");
    }

    private static QueueConsumer.Settings reading(ServiceSettings settings) {
        QueueConsumer.Settings usual = QueueConsumer.Settings.usual();
        return new QueueConsumer.Settings(usual.threads(),
                settings.number("QUEUE_VISIBILITY_SECONDS", usual.visibilitySeconds()),
                settings.number("QUEUE_WAIT_SECONDS", usual.waitSeconds()),
                usual.backoffSeconds());
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, ServiceSettings settings, Duration limit) {
        Duration attempt = limit.compareTo(CALL) > 0 ? limit : ATTEMPT;
        return builder.region(Region.of(settings.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(1)).socketTimeout(attempt))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(attempt).apiCallTimeout(limit))
                .build();
    }
}
