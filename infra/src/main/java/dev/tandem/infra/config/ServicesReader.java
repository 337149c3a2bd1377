package dev.tandem.infra.config;

import dev.tandem.components.foundation.FoundationPlan;
import dev.tandem.components.service.Criticality;
import dev.tandem.components.service.DaytimeFloor;
import dev.tandem.components.service.EdgeRoutes;
import dev.tandem.components.service.FargateSize;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.RightSizing;
import dev.tandem.components.service.SecretSource;
import dev.tandem.components.service.TableHome;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads {@code tandem:services} and {@code tandem:sidecars}. */
final class ServicesReader {

    private static final String DIGEST = "@sha256:<64 hexadecimal digits>";
    private static final Expected SERVICES = new Expected(
            "an object of service names, each an object of team, image, path and more",
            "{auth: {team: identity, image: \"tandem/prod/auth:1.4.2\", path: /api/auth}}");
    private static final int MOST_TASKS = 8;

    private final Section tandem;
    private final String environment;
    private final String region;
    private final String account;
    private final StackConfig.Peer peer;
    private final StackConfig.Role role;
    private final int logRetentionDays;
    private final Boolean protection;
    private final Map<String, String> paths = new TreeMap<>();
    private final Map<String, RightSizing.Observed> observed = new TreeMap<>();

    /** Arguments are {@code null} where they are unusable. */
    ServicesReader(Section tandem, String environment, String region, String account, StackConfig.Peer peer, StackConfig.Role role,
            int logRetentionDays, Boolean protection) {
        this.tandem = tandem;
        this.environment = environment == null ? "prod" : environment;
        this.region = region;
        this.account = account;
        this.peer = peer;
        this.role = role;
        this.logRetentionDays = logRetentionDays;
        this.protection = protection;
    }

    List<MeshServiceArgs> read() {
        Section sidecars = tandem.object("sidecars", new Expected("an object of the images envoy and collector",
                "{envoy: \"tandem/prod/envoy:1.40.0\", collector: \"tandem/prod/collector:0.45.1\"}"));
        String envoy = sidecars == null ? null : image(sidecars, "envoy", "envoy");
        String collector = sidecars == null ? null : image(sidecars, "collector", "collector");
        if (sidecars != null) {
            sidecars.rejectUnknown();
        }
        Section all = tandem.object("services", SERVICES);
        if (all == null) {
            return List.of();
        }
        List<MeshServiceArgs> services = new ArrayList<>();
        all.objects(SERVICES).forEach((name, section) -> {
            if (!name.matches(Patterns.SERVICE)) {
                all.problem(name, "the name \"" + name + "\"", new Expected(
                        "a name of 2 to 16 lower-case letters, digits and dashes", "auth"));
                return;
            }
            MeshServiceArgs service = service(all, name, section, envoy, collector);
            if (service != null) {
                services.add(service);
            }
        });
        return services.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** Paths that services claim, those of unusable services too: one mistake should not look like two. */
    Set<String> paths() {
        return paths.keySet();
    }

    /** What applications used, by service. */
    Map<String, RightSizing.Observed> observed() {
        return observed;
    }

    private MeshServiceArgs service(Section all, String name, Section section, String envoy, String collector) {
        MeshServiceArgs.Builder args = MeshServiceArgs.builder(name);
        int before = section.problemCount();
        set(section.text("team", Patterns.TEAM,
                new Expected("the owning team, 1 to 63 letters, digits, blanks and ._-", "identity")), args::team);
        set(image(section, "image", name), args::image);
        if (section.has("canaryImage")) {
            set(image(section, "canaryImage", name), args::canaryImage);
        }
        if (section.has("path")) {
            set(path(section, name), args::path);
        }
        if (section.has("port")) {
            set(section.integer("port", 1024, 65535, "the port of the application on 127.0.0.1", 8080), args::port);
        }
        if (section.has("healthCheckPath")) {
            set(section.text("healthCheckPath", Patterns.HEALTH_PATH,
                    new Expected("an absolute path", "/healthz")), args::healthCheckPath);
        }
        if (section.has("criticality")) {
            String value = section.text("criticality", "always|critical|standard", new Expected("always (every task on demand),"
                    + " critical (one task always on demand) or standard (Spot only)", "standard"));
            set(value, text -> args.criticality(Criticality.valueOf(text.toUpperCase(Locale.ROOT))));
        }
        size(section, args);
        tasks(section, args);
        Set<String> others = all.keys();
        others.remove(name);
        BehaviourReader.read(section, args, others);
        BehaviourReader.observed(section).ifPresent(used -> observed.put(name, used));
        if (section.has("callers")) {
            set(section.texts("callers", others::contains,
                    new Expected("names of other services in tandem:services " + others, "[" + String.join(", ", others) + "]")),
                    args::callers);
        }
        args.tokens(TokenReader.read(section, name, environment, others));
        set(RolloutReader.read(section, region, account), args::rollout);
        set(section.flag("table", false), args::table);
        set(section.flag("queue", false), args::queue);
        Boolean secret = section.flag("secret", false);
        Optional<SecretSource.Rotation> rotation = RotationReader.read(section, role, Boolean.TRUE.equals(secret));
        section.rejectUnknown();
        if (section.problemCount() > before || envoy == null || collector == null || peer == null || role == null
                || protection == null) {
            return null;
        }
        args.sidecarImages(envoy, collector).peerCidr(peer.cidr().toString()).logRetentionDays(logRetentionDays)
                .dataProtected(protection).tableHome(tableHome()).secret(secret
                        ? rotation.map(by -> secretSource().rotatedBy(by.functionArn(), by.days())).orElseGet(this::secretSource)
                        : SecretSource.none());
        return built(all, name, args);
    }

    /** Global tables are declared by the secondary; the replica's key is known once the primary is deployed. */
    private TableHome tableHome() {
        return role == StackConfig.Role.SECONDARY ? TableHome.here() : TableHome.elsewhere();
    }

    /** The secondary owns what both regions share, secrets too; the primary reads a replica. */
    private SecretSource secretSource() {
        return role == StackConfig.Role.SECONDARY
                ? SecretSource.ownedWithReplicaIn(peer.region()) : SecretSource.replicaOf(peer.region());
    }

    /** What only the service's own arguments know, such as ports that sidecars use. */
    private static MeshServiceArgs built(Section all, String name, MeshServiceArgs.Builder args) {
        try {
            return args.build();
        } catch (IllegalArgumentException problem) {
            all.problem(name, problem.getMessage(), new Expected("what the message says", SERVICES.example()));
            return null;
        }
    }

    private String path(Section section, String name) {
        Expected expected = new Expected("an absolute path of lower-case segments, no slash at the end", "/api/" + name);
        String path = section.text("path", text -> isPath(name, text), expected);
        String other = path == null ? null : paths.putIfAbsent(path, name);
        if (other != null) {
            section.problem("path", "\"" + path + "\", which tandem:services." + other + ".path claims as well",
                    new Expected("a path that no other service claims", "/api/" + name));
            return null;
        }
        return path;
    }

    private static boolean isPath(String name, String path) {
        try {
            return EdgeRoutes.of(Map.of(name, path)).priority(path) > 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private String image(Section section, String key, String name) {
        String repository = FoundationPlan.repositoryName(StackConfig.PROJECT, environment, name);
        return Images.read(section, key, repository, repository + DIGEST);
    }

    /** CPU and memory go together: a wrong pair is told at memory, with the sizes that the CPU allows. */
    private static void size(Section section, MeshServiceArgs.Builder args) {
        boolean cpuGiven = section.has("cpu");
        boolean memoryGiven = section.has("memory");
        if (!cpuGiven && !memoryGiven) {
            return;
        }
        Map<Integer, List<Integer>> pairs = FargateSize.validPairs();
        Integer cpu = section.integer("cpu", 1, 16384, "CPU units of the task (1024 are one vCPU)", 512);
        Integer memory = section.integer("memory", 1, 122880, "memory of the task in MiB", 1024);
        if (cpu != null && !pairs.containsKey(cpu)) {
            section.problem("cpu", cpu.toString(), new Expected("CPU units that Fargate has: one of " + pairs.keySet(), "512"));
        } else if (cpu != null && memory != null && !pairs.get(cpu).contains(memory)) {
            section.problem("memory", memory + " with cpu " + cpu, new Expected(
                    "memory in MiB that Fargate has with " + cpu + " CPU units: one of " + pairs.get(cpu),
                    pairs.get(cpu).get(0).toString()));
        } else if (cpu != null && memory != null) {
            args.size(cpu, memory);
        }
    }

    private static void tasks(Section section, MeshServiceArgs.Builder args) {
        Integer least = section.integer("minTasks", 1, MOST_TASKS, "fewest tasks", 1, 1);
        Integer most = section.integer(
                "maxTasks", 1, MOST_TASKS, "most tasks, which limits the cost; discovery answers with 8 at most", 3, 3);
        if (least != null && most != null && least > most) {
            section.problem("maxTasks", most + ", less than minTasks " + least,
                    new Expected("at least minTasks, " + least, Integer.toString(least + 1)));
        } else if (least != null && most != null) {
            args.tasks(least, most);
        }
        if (!section.has("daytime")) {
            return;
        }
        Section day = section.object("daytime", new Expected(
                "an object of tasks, fromHour, toHour and zone", "{tasks: 2, fromHour: 7, toHour: 21, zone: Europe/Berlin}"));
        if (day == null) {
            return;
        }
        Integer tasks = day.integer("tasks", 1, MOST_TASKS, "fewest tasks between these hours", 2);
        Integer from = day.integer("fromHour", 0, 22, "first hour", 7);
        Integer to = day.integer("toHour", 1, 23, "hour at which minTasks holds again", 21);
        String zone = day.text("zone", ZoneId.getAvailableZoneIds()::contains,
                new Expected("a time zone of the IANA database", "Europe/Berlin"));
        Integer outside = !day.has("maxTasksOutside") ? null : day.integer("maxTasksOutside", 1, MOST_TASKS, "most tasks at other hours", 2);
        day.rejectUnknown();
        if (from != null && to != null && from >= to) {
            day.problem("toHour", to + ", not after fromHour " + from, new Expected("a later hour of the same day", "21"));
        } else if (tasks != null && from != null && to != null && zone != null) {
            args.daytimeFloor(new DaytimeFloor(tasks, from, to, ZoneId.of(zone), Optional.ofNullable(outside)));
        }
    }

    private static <T> void set(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
