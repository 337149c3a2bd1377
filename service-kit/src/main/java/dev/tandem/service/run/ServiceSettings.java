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

    /** @throws IllegalArgumentException naming all variables that are missing, or the one that is no number */
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
                number(environment, "PORT", 0),
                environment.getOrDefault("BASE_PATH", ""),
                environment.get("TABLE_NAME"),
                Optional.ofNullable(environment.get("QUEUE_URL")),
                URI.create(environment.get("MESH_PROXY")),
                Optional.ofNullable(environment.get("OTEL_EXPORTER_OTLP_ENDPOINT")).filter(value -> !value.isBlank()),
                ratio(environment.getOrDefault("OTEL_TRACES_SAMPLER_ARG", "1")),
                Map.copyOf(environment));
    }

    /**
     * A variable that is a whole number.
     *
     * @param usual when it is not set
     * @throws IllegalArgumentException naming it, when it is none
     */
    public int number(String name, int usual) {
        return number(all, name, usual);
    }

    private static int number(Map<String, String> environment, String name, int usual) {
        String text = environment.getOrDefault(name, Integer.toString(usual));
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the variable " + name + " is '" + text + "', expected a whole number", e);
        }
    }

    private static double ratio(String text) {
        double ratio;
        try {
            ratio = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            ratio = Double.NaN;
        }
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("the variable OTEL_TRACES_SAMPLER_ARG is '" + text + "', expected a number from 0 to 1");
        }
        return ratio;
    }

    /** Name of a parameter that the issuer keeps for the services, e.g. {@code auth/jwks}. */
    public String parameter(String name) {
        return "/tandem/" + environment + "/" + name;
    }
}
