package dev.tandem.service.run;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a task tells its application by environment variables, as the component MeshService sets them.
 *
 * @param basePath what the load balancer leads here, e.g. {@code /api/auth}; empty for none
 * @param queueUrl own queue, {@code QUEUE_URL}
 */
public record ServiceSettings(
        String service, String environment, String region, String host, int port, String basePath,
        String tableName, Optional<String> queueUrl, URI meshProxy, Optional<String> collector, double traceRatio,
        Map<String, String> all) {

    private static final List<String> NEEDED = List.of("TANDEM_SERVICE", "TANDEM_ENVIRONMENT", "AWS_REGION", "PORT", "TABLE_NAME", "MESH_PROXY");

    /** @throws IllegalArgumentException naming all variables that are missing */
    public static ServiceSettings of(Map<String, String> environment) {
        List<String> missing = NEEDED.stream().filter(name -> environment.getOrDefault(name, "").isBlank()).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the environment lacks " + missing
                    + ", which the component MeshService sets in a task, and ./tandem dev here");
        }
        return new ServiceSettings(
                environment.get("TANDEM_SERVICE"),
                environment.get("TANDEM_ENVIRONMENT"),
                environment.get("AWS_REGION"),
                environment.getOrDefault("BIND_ADDRESS", "127.0.0.1"),
                Integer.parseInt(environment.get("PORT")),
                environment.getOrDefault("BASE_PATH", ""),
                environment.get("TABLE_NAME"),
                Optional.ofNullable(environment.get("QUEUE_URL")),
                URI.create(environment.get("MESH_PROXY")),
                Optional.ofNullable(environment.get("OTEL_EXPORTER_OTLP_ENDPOINT")).filter(value -> !value.isBlank()),
                Double.parseDouble(environment.getOrDefault("OTEL_TRACES_SAMPLER_ARG", "1")),
                Map.copyOf(environment));
    }

    /** Name of a parameter that the issuer keeps for the services, e.g. {@code auth/jwks}. */
    public String parameter(String name) {
        return "/tandem/" + environment + "/" + name;
    }
}
