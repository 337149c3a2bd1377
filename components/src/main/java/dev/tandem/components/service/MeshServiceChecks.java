package dev.tandem.components.service;

import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.components.mesh.MeshBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The checks at the door of {@link MeshServiceArgs}. Every message names the service, what was found and what fits. */
final class MeshServiceChecks {

    /** Periods that CloudWatch Logs accepts, days; source: CloudWatch Logs API reference, PutRetentionPolicy. */
    private static final List<Integer> RETENTION_DAYS =
            List.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    /** Cloud Map answers with at most 8 records: a ninth task would get no call. Source: Cloud Map, "DNS configuration". */
    static final int MOST_TASKS = 8;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,14}[a-z0-9]");
    private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}");
    private static final Pattern HEALTH_PATH = Pattern.compile("/[A-Za-z0-9/._~-]{0,255}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SECRET = Pattern.compile(
            "(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)$", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    private MeshServiceChecks() {}

    /** Runs a check of a part that doesn't know its service, and names the service when it fails. */
    static <T> T inService(String service, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException problem) {
            String prefix = "service " + service;
            if (String.valueOf(problem.getMessage()).startsWith(prefix)) {
                throw problem;
            }
            throw new IllegalArgumentException(prefix + ": " + problem.getMessage(), problem);
        }
    }

    static void name(String what, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " name \"" + name + "\" has "
                    + (name == null ? 0 : name.length()) + " characters: expected 2 to 16 lower-case letters, digits and"
                    + " dashes, a letter first and no dash last, such as \"auth\"");
        }
    }

    static void team(String service, String team) {
        if (team == null || !TEAM.matcher(team).matches()) {
            throw new IllegalArgumentException("service " + service + " has the team \"" + team
                    + "\": expected 1 to 63 letters, digits, spaces and ._-, such as \"identity\"");
        }
    }

    /** Rights name one repository, and a version that is promoted becomes the other one's image. */
    static void canary(String service, ImageRef image, Optional<ImageRef> canary) {
        canary.filter(other -> !other.repository().equals(image.repository())).ifPresent(other -> {
            throw new IllegalArgumentException("service " + service + " has a canary from the repository \"" + other.repository()
                    + "\": expected \"" + image.repository() + "\", that of its image");
        });
    }

    static void port(String service, int port) {
        if (port < FIRST_PORT || port > LAST_PORT) {
            throw new IllegalArgumentException("service " + service + " has the port " + port + ": expected "
                    + FIRST_PORT + " to " + LAST_PORT + ", since the container runs without privileges");
        }
        if (TaskPorts.RESERVED.containsKey(port)) {
            throw new IllegalArgumentException("service " + service + " has the port " + port + ", which "
                    + TaskPorts.RESERVED.get(port) + " uses in the same task: expected another than "
                    + TaskPorts.RESERVED.keySet());
        }
    }

    static void healthCheckPath(String service, String path) {
        if (path == null || !HEALTH_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("service " + service + " has the health check path \"" + path
                    + "\": expected an absolute path such as \"/healthz\"");
        }
    }

    static void tasks(String service, int min, int max, Optional<DaytimeFloor> floor) {
        if (min < 1 || max < min || max > MOST_TASKS) {
            throw new IllegalArgumentException("service " + service + " has " + min + " to " + max
                    + " tasks: expected 1 <= fewest <= most <= " + MOST_TASKS
                    + ", the most that discovery by DNS answers with");
        }
        floor.ifPresent(f -> {
            if (f.tasks() <= min || f.tasks() > max) {
                throw new IllegalArgumentException("service " + service + " has a daytime floor of " + f.tasks()
                        + " tasks with " + min + " to " + max + " tasks: expected more than " + min + ", at most " + max);
            }
            f.outside().filter(most -> most < min || most > max).ifPresent(most -> {
                throw new IllegalArgumentException("service " + service + " has at most " + most + " tasks outside of its day, with " + min
                        + " to " + max + " tasks: expected " + min + " to " + max);
            });
        });
    }

    static void callers(String service, List<String> callers) {
        callers.forEach(caller -> name("service " + service + ": caller", caller));
        if (callers.contains(service)) {
            throw new IllegalArgumentException("service " + service + " names itself among its callers " + callers
                    + ": expected other services only, its own tasks never call each other through the mesh");
        }
    }

    static void outbox(String service, boolean outbox, boolean table) {
        if (outbox && !table) {
            throw new IllegalArgumentException("service " + service + " has an outbox and no table: expected table: true, since an outbox"
                    + " is items of the service's own table, written in the transaction that they tell of");
        }
    }

    static void environment(String service, Map<String, String> environment) {
        environment.forEach((key, value) -> {
            if (!VARIABLE.matcher(key).matches()) {
                throw new IllegalArgumentException("service " + service + " has the environment variable \"" + key
                        + "\": expected letters, digits and underscores, such as \"LOG_LEVEL\"");
            }
            if (SECRET.matcher(key).find() && !value.matches("(arn:|/).*")) {
                throw new IllegalArgumentException("service " + service + " has the secret \"" + key + "\" by value, "
                        + value.length() + " characters that everybody can read in the task definition: expected the ARN of a"
                        + " secret or the path of a parameter, such as \"/aws/reference/secretsmanager/tandem/prod/" + service
                        + "\"");
            }
        });
    }

    static void rollout(String service, Optional<EcsRollout> rollout, Optional<String> path, List<String> callers,
            Optional<ImageRef> canaryImage) {
        if (rollout.isEmpty()) {
            return;
        }
        if (canaryImage.isPresent()) {
            throw new IllegalArgumentException("service " + service
                    + " has rollout and canaryImage: ECS brings its versions or the mesh does; expected one of them");
        }
        if (path.isEmpty()) {
            throw new IllegalArgumentException("service " + service + " has a rollout by ECS and no path: expected a path, since ECS moves"
                    + " requests of the load balancer; without one the mesh does, by ./tandem canary run " + service);
        }
        if (!callers.isEmpty()) {
            throw new IllegalArgumentException("service " + service + " has a rollout by ECS and the callers " + callers
                    + ": expected none, since ECS does not move requests of the mesh; leave rollout out and use"
                    + " ./tandem canary run " + service);
        }
    }

    /** App Mesh finds tasks by a registration, which ECS does not keep for such a service. */
    static void rolloutIn(MeshServiceArgs args, MeshBackend backend) {
        if (args.rollout().isPresent() && !backend.name().equals(EnvoyBackend.NAME)) {
            throw new IllegalArgumentException("service " + args.name() + " has a rollout by ECS in the mesh " + backend.name()
                    + ": expected the mesh " + EnvoyBackend.NAME + ", or no rollout");
        }
    }

    /** ECS asks functions of its own region, and the service's role may call those of its own account. */
    static void hooks(ServiceNames names, Optional<EcsRollout> rollout) {
        String here = names.arn("lambda", "function:");
        rollout.ifPresent(by -> by.hooks().forEach((name, hook) -> {
            if (!hook.functionArn().startsWith(here)) {
                throw new IllegalArgumentException("service " + names.service() + " has the rollout hook " + name + " with the function "
                        + hook.functionArn() + ": expected one of account " + names.accountId() + " in " + names.region()
                        + ", such as " + here + "tandem-prod-check");
            }
        }));
    }

    static void retention(String service, int days) {
        if (!RETENTION_DAYS.contains(days)) {
            throw new IllegalArgumentException("service " + service + " keeps logs for " + days
                    + " days: CloudWatch knows only " + RETENTION_DAYS);
        }
    }
}
