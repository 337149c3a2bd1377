package dev.tandem.components.service;

import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.mesh.MeshBackend;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The three containers of a task: the application, Envoy, and the trace and metrics collector. Pure. */
final class TaskContainers {

    /** The application's container. */
    static final String APP = MeshBackend.APPLICATION;

    /** Envoy's container: the load balancer and Cloud Map point at it. */
    static final String ENVOY = MeshBackend.CONTAINER;

    /** The collector's container. */
    static final String COLLECTOR = "collector";

    /** User of the application's and the collector's process. */
    private static final String NOBODY = "65532:65532";

    /** Share of requests that are traced. The bill of materials counts with it. */
    private static final String TRACE_RATIO = "0.05";

    private static final int APP_STOP = 60;
    private static final int COLLECTOR_STOP = 20;

    private TaskContainers() {}

    /** Proxy, collector, application; who waits for whom is the backend's to say. */
    static List<ContainerPlan> of(
            ServiceNames names, MeshServiceArgs args, MeshMembership mesh, Surroundings around, String version, ImageRef image) {
        TaskShares shares = TaskShares.of(args.size());
        MeshBackend backend = mesh.settings().backend();
        return List.of(
                backend.proxy(names, args, shares.envoy(), mesh, version),
                collector(names, args, shares, backend, around),
                app(names, args, shares, backend, version, image));
    }

    private static ContainerPlan app(
            ServiceNames names, MeshServiceArgs args, TaskShares shares, MeshBackend backend, String version, ImageRef image) {
        return new ContainerPlan(APP, image.in(names.accountId(), names.region()), shares.app(), NOBODY, true,
                List.of(), List.of(), List.of(), appEnvironment(names, args, backend, version),
                backend.applicationDependsOn(),
                Map.of("tmp", "/tmp"), args.healthCommand(), APP_STOP);
    }

    private static ContainerPlan collector(
            ServiceNames names, MeshServiceArgs args, TaskShares shares, MeshBackend backend, Surroundings around) {
        // Not essential: a service without traces is better than none.
        return new ContainerPlan(COLLECTOR, args.collectorImage().in(names.accountId(), names.region()),
                shares.collector(), NOBODY, false, List.of(), List.of(), List.of(),
                Map.of("AOT_CONFIG_CONTENT", CollectorConfig.json(names, around, backend.sendsXraySegments())), Map.of(), Map.of(),
                List.of("CMD", "/healthcheck"), COLLECTOR_STOP);
    }

    private static Map<String, String> appEnvironment(
            ServiceNames names, MeshServiceArgs args, MeshBackend backend, String version) {
        Map<String, String> environment = new TreeMap<>(args.environment());
        environment.put("TANDEM_SERVICE", names.service());
        environment.put("TANDEM_ENVIRONMENT", names.environment());
        environment.put("TANDEM_VERSION", version);
        environment.putAll(backend.applicationEnvironment());
        environment.put("BIND_ADDRESS", "127.0.0.1");
        environment.put("PORT", Integer.toString(args.port()));
        environment.put("OTEL_SERVICE_NAME", names.service());
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + TaskPorts.OTLP_HTTP);
        environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        environment.put("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
        environment.put("OTEL_TRACES_SAMPLER_ARG", TRACE_RATIO);
        args.path().ifPresent(path -> environment.put("BASE_PATH", path));
        if (args.table()) {
            environment.put("TABLE_NAME", names.base());
        }
        if (args.queue()) {
            environment.put("QUEUE_URL", names.queueUrl(names.base()));
        }
        if (args.topic()) {
            environment.put("TOPIC_ARN", names.arn("sns", names.base()));
        }
        if (args.publishes()) {
            environment.put("EVENT_BUS", names.project() + "-" + names.environment());
            environment.put("EVENT_SOURCE", ExchangePlan.SOURCE_PREFIX + names.service());
        }
        if (args.secret().readable()) {
            environment.put("SECRET_PARAMETER", "/aws/reference/secretsmanager/" + names.secret());
        }
        return environment;
    }
}
