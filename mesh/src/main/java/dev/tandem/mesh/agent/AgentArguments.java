package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.TrustDomain;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code --name value} arguments and, where one is missing, the environment variable of that name. All problems at once. */
public final class AgentArguments {

    static final Map<String, String> OPTIONS = options();

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    private AgentArguments(Map<String, String> values) {
        this.values = values;
    }

    /** What is wrong with the arguments; a line each. */
    public static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /**
     * Reads them.
     *
     * @throws UsageException with everything that is wrong
     */
    public static AgentConfig parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>();
        OPTIONS.keySet().forEach(option -> {
            String value = environment.get(variable(option));
            if (value != null && !value.isBlank()) {
                values.put(option, value.strip());
            }
        });
        AgentArguments reader = new AgentArguments(values);
        reader.arguments(arguments);
        AgentConfig config = reader.config();
        if (!reader.problems.isEmpty()) {
            throw new UsageException(String.join("\n", reader.problems));
        }
        return config;
    }

    /** The text of --help. */
    public static String help() {
        StringBuilder text = new StringBuilder("Usage: mesh-agent [--OPTION VALUE]...\n\nKeeps the Envoy of a task in step with the"
                + " mesh: routes, identity, an orderly end.\nEach option can be set by the variable beside it.\n\n");
        OPTIONS.forEach((option, meaning) ->
                text.append(String.format("  --%-16s %-28s %s%n", option, variable(option), meaning)));
        return text.append("\nExit 0: stopped; ").append(AgentConfig.EXIT_USAGE).append(": wrong arguments; ")
                .append(AgentConfig.EXIT_APPLICATION_DEAD).append(": the application is dead, the task should end.\n").toString();
    }

    static String variable(String option) {
        if (option.equals("region")) {
            return "AWS_REGION";
        }
        if (option.equals("endpoint")) {
            return "AWS_ENDPOINT_URL";
        }
        return "TANDEM_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private void arguments(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || !OPTIONS.containsKey(name.substring(2))) {
                problems.add("unknown argument '" + name + "', expected one of --" + String.join(", --", OPTIONS.keySet()));
            } else if (i + 1 == arguments.size()) {
                problems.add(name + " has no value; expected: " + OPTIONS.get(name.substring(2)));
            } else {
                values.put(name.substring(2), arguments.get(i + 1));
            }
        }
    }

    private AgentConfig config() {
        String service = name("service");
        String environment = name("environment");
        String version = name("version");
        String region = required("region");
        String directory = values.getOrDefault("mesh-directory", "/var/lib/tandem-mesh");
        double factor = factor();
        TrustDomain trustDomain = trustDomain();
        Sidecar sidecar = null;
        try {
            sidecar = new Sidecar(version, values.getOrDefault("task-id", service + "-" + version), region,
                    Optional.ofNullable(values.get("other-region")), values.getOrDefault("bind-address", "0.0.0.0"),
                    values.getOrDefault("loopback", "127.0.0.1"), Sidecar.Ports.DEFAULT, directory,
                    Optional.ofNullable(values.get("resolver")), number("trace-percent", 5, 0, 100), ownEdge());
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        return new AgentConfig(values.getOrDefault("project", "tandem"), environment, trustDomain, service, sidecar,
                required("route-table"), values.getOrDefault("identity-source", "ssm"),
                remoteMembers(),
                Optional.ofNullable(values.get("endpoint")).map(URI::create), AgentConfig.Pace.PRODUCTION.faster(factor),
                Staleness.PRODUCTION.faster(factor));
    }

    private Optional<String> remoteMembers() {
        Optional<String> members = Optional.ofNullable(values.get("remote-members"));
        if (members.isPresent() && !values.containsKey("other-region")) {
            problems.add("--remote-members (" + variable("remote-members") + ") is '" + members.get() + "' without --other-region ("
                    + variable("other-region") + "): expected both or neither");
        }
        return members;
    }

    private TrustDomain trustDomain() {
        String name = required("trust-domain");
        try {
            return name.isEmpty() ? null : new TrustDomain(name);
        } catch (IdentityException e) {
            problems.add("--trust-domain (" + variable("trust-domain") + "): " + e.getMessage());
            return null;
        }
    }

    private String required(String option) {
        String value = values.getOrDefault(option, "");
        if (value.isEmpty()) {
            problems.add("--" + option + " (" + variable(option) + ") is missing; expected: " + OPTIONS.get(option));
        }
        return value;
    }

    private String name(String option) {
        String value = required(option);
        if (!value.isEmpty() && !value.matches("[a-z][a-z0-9-]{0,62}")) {
            problems.add("--" + option + " is '" + value + "', expected lower-case letters, digits and hyphens, a letter first");
        }
        return value;
    }

    private int number(String option, int otherwise, int least, int most) {
        String value = values.get(option);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        problems.add("--" + option + " is '" + value + "', expected a whole number from " + least + " to " + most);
        return otherwise;
    }

    private boolean ownEdge() {
        String value = values.getOrDefault("edge", "versions");
        if (!value.equals("versions") && !value.equals("application")) {
            problems.add("--edge (" + variable("edge") + ") is '" + value + "', expected versions or application");
        }
        return value.equals("application");
    }

    private double factor() {
        String value = values.getOrDefault("clock-factor", "1");
        if (value.matches("\\d{1,4}(\\.\\d{1,3})?") && Double.parseDouble(value) > 0) {
            return Double.parseDouble(value);
        }
        problems.add("--clock-factor is '" + value + "', expected a number above 0, such as 10");
        return 1;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("service", "the task's service, such as auth");
        options.put("environment", "the environment, such as prod");
        options.put("version", "the version that the task runs, such as stable");
        options.put("region", "the task's AWS region");
        options.put("trust-domain", "the SPIFFE trust domain, a DNS name");
        options.put("route-table", "the DynamoDB table of route documents, or file:DIRECTORY with SERVICE.json files");
        options.put("identity-source", "ssm (default), or file:DIRECTORY with svid.pem and bundle.pem");
        options.put("project", "first part of physical names (default tandem)");
        options.put("task-id", "tells the task from its siblings (default SERVICE-VERSION)");
        options.put("other-region", "region whose tasks are called when those here are gone (default none)");
        options.put("remote-members", "the DynamoDB table of its tasks, or file:FILE with {\"auth-stable\": [\"10.1.2.3:9443\"]} (default none)");
        options.put("mesh-directory", "where Envoy reads its files (default /var/lib/tandem-mesh)");
        options.put("bind-address", "IPv4 address of the edge and mesh listeners (default 0.0.0.0)");
        options.put("edge", "who gets a request of the load balancer: versions by weight (default), or this task's own application");
        options.put("loopback", "address of administration and outbound listener, of 127.0.0.0/8 (default 127.0.0.1)");
        options.put("resolver", "DNS server IPV4:PORT (default the machine's)");
        options.put("trace-percent", "share of requests that are traced, 0 to 100 (default 5)");
        options.put("clock-factor", "all intervals and permitted ages that many times shorter (default 1; for tests)");
        options.put("endpoint", "where AWS answers (default the real one; for tests)");
        return Collections.unmodifiableMap(options);
    }
}
