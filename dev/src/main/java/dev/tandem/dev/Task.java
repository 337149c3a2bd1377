package dev.tandem.dev;

import dev.tandem.mesh.store.RouteItems;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A task of a service's version: its application, and the mesh container's main process with agent and Envoy, on an address of loopback. */
public final class Task implements AutoCloseable {

    /** The version that every service has. */
    static final String STABLE = "stable";

    /** The version that one service may have besides. */
    static final String CANARY = "canary";

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

    private final ServiceDescriptor service;
    private final String version;
    private final String address;
    private final Child application;
    private final Child mesh;

    /** Starts both and does not wait. @param version {@code stable} or {@code canary} */
    public Task(DevLayout layout, ServiceDescriptor service, String version, String address, Simulator aws, CloudResources cloud, DnsServer dns) {
        this.service = service;
        this.version = version;
        this.address = address;
        this.application = application(layout, aws, cloud);
        this.mesh = mesh(layout, aws, dns);
    }

    private Child application(DevLayout layout, Simulator aws, CloudResources cloud) {
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.put("TANDEM_SERVICE", service.name());
        environment.put("TANDEM_ENVIRONMENT", CloudResources.ENVIRONMENT);
        environment.put("TANDEM_VERSION", version);
        environment.put("OTEL_SERVICE_NAME", service.name());
        environment.put("OTEL_TRACES_SAMPLER_ARG", "1");
        environment.put("MESH_PROXY", "http://" + address + ":15001");
        environment.put("BIND_ADDRESS", address);
        environment.put("PORT", "8080");
        environment.put("BASE_PATH", service.path());
        environment.put("TABLE_NAME", CloudResources.table(service.name()));
        environment.put("QUEUE_URL", cloud.queueUrl(service.name()));
        environment.put("QUEUE_WAIT_SECONDS", "1");
        environment.put("PASSWORD_ROUNDS", "10000");
        environment.putAll(layout.extra());
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx160m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8", "-cp", layout.classPathOf(service.module()), service.main()));
        return new Child(name(), layout.log(name()), command, environment);
    }

    private Child mesh(DevLayout layout, Simulator aws, DnsServer dns) {
        Path directory = layout.state().resolve("mesh").resolve(name());
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.putAll(agent(service.name(), version, address, directory, dns.address()));
        environment.put("MESH_AGENT", AgentScript.write(layout.root(), directory, layout.classPathOf(DevLayout.MESH)).toString());
        environment.put("MESH_ENVOY", layout.tools().resolve("envoy/envoy").toString());
        return new Child(name() + "-mesh", layout.log(name() + "-mesh"),
                List.of(layout.root().resolve("mesh/container/entrypoint").toString()), environment);
    }

    /** What an agent reads, also where the shell that starts all has variables of these names. */
    static Map<String, String> agent(String service, String version, String address, Path directory, String resolver) {
        return Map.ofEntries(Map.entry("TANDEM_SERVICE", service),
                Map.entry("TANDEM_ENVIRONMENT", CloudResources.ENVIRONMENT),
                Map.entry("TANDEM_VERSION", version),
                Map.entry("TANDEM_TASK_ID", service + "-" + version + "-1"),
                Map.entry("TANDEM_TRUST_DOMAIN", CloudResources.TRUST_DOMAIN),
                Map.entry("TANDEM_ROUTE_TABLE", RouteItems.tableName("tandem", CloudResources.ENVIRONMENT)),
                Map.entry("TANDEM_IDENTITY_SOURCE", "ssm"),
                Map.entry("TANDEM_EDGE", "versions"),
                Map.entry("TANDEM_MESH_DIRECTORY", directory.toString()),
                Map.entry("TANDEM_BIND_ADDRESS", address),
                Map.entry("TANDEM_LOOPBACK", address),
                Map.entry("TANDEM_RESOLVER", resolver),
                Map.entry("TANDEM_TRACE_PERCENT", "5"),
                Map.entry("TANDEM_CLOCK_FACTOR", "4"));
    }

    /** Whether application, agent and Envoy are ready. @throws DevException when one of them ended */
    public boolean ready() {
        for (Child child : List.of(application, mesh)) {
            if (!child.alive()) {
                throw new DevException(child.name() + " ended. It wrote last:\n" + child.tail());
            }
        }
        return get("http://" + address + ":8080/readyz").contains("ready")
                && get("http://" + address + ":9902/status").contains("\"ready\":true");
    }

    /** The service. */
    public ServiceDescriptor service() {
        return service;
    }

    /** The version that it runs. */
    public String version() {
        return version;
    }

    /** Name of its logs and processes: the service's, with the version when that is not the stable one. */
    public String name() {
        return version.equals(STABLE) ? service.name() : service.name() + "-" + version;
    }

    /** The application's process. */
    public Child application() {
        return application;
    }

    /** The mesh container's main process. */
    public Child meshContainer() {
        return mesh;
    }

    /** Where it is. */
    public String address() {
        return address;
    }

    private static String get(String url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        mesh.close();
        application.close();
    }
}
