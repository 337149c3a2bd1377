package dev.tandem.components.service;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a team says about its service; immutable, checked when built.
 *
 * @param name             service name, 2 to 16 lower-case letters, digits and dashes
 * @param team             owning team, for tags
 * @param image            application image in the region's registry
 * @param canaryImage      image of a second version that is tried out beside the first, in the same repository; none by default
 * @param envoyImage       Envoy, mirrored into the region's registry
 * @param collectorImage   AWS Distro for OpenTelemetry collector, mirrored likewise
 * @param port             port on which the application listens on 127.0.0.1, default 8080
 * @param path             path of the load balancer that belongs to the service; empty for internal services
 * @param healthCheckPath  path that answers 200 when the task may get traffic, default {@code /healthz}
 * @param criticality      what capacity it runs on, default {@link Criticality#STANDARD}
 * @param size             CPU and memory of the whole task, default 0.5 vCPU and 1 GB
 * @param minTasks         fewest tasks, default 1
 * @param maxTasks         most tasks, default 3; the upper limit of what the service can cost
 * @param daytimeFloor     a higher minimum during working hours; none by default
 * @param scaling          what scaling aims at, one or more; 60 % CPU by default
 * @param burst            whether tasks are added at once when CPU jumps; false by default
 * @param healthCommand    command in the application's image that exits 0 when healthy, checked every 5 s, two failures end
 *                         the task; none by default, then the task ends with its process
 * @param callers          names of the services that may call this one; nobody by default
 * @param peerCidr         the other region's VPC range, whose tasks may call and be called; none by default
 * @param table            whether it owns a DynamoDB table
 * @param tableHome        which region's stack declares the table, and where it has a replica; here and nowhere by default
 * @param queue            whether it owns an SQS queue with a dead-letter queue
 * @param topic            whether it owns an SNS topic
 * @param publishes        whether it sends events to the region's bus
 * @param outbox           whether events that it writes into its table go to the region's bus; needs a table
 * @param sagas            names of the sagas that it starts
 * @param subscriptions    events of other services for its queue
 * @param secret           where its secret comes from; none by default
 * @param tokens           whether it signs tokens, and whose it verifies; none by default
 * @param environment      further environment variables of the application; nothing secret
 * @param logRetentionDays days that logs are kept, default 30
 * @param latencySlo       objective for P95 and P99
 * @param rollout          how ECS itself brings new versions; empty by default, then the mesh does
 * @param dataProtected    whether the table refuses to be deleted, default true
 * @param staging          where and under what boundary it runs as a trial of another service; empty for a service of its own
 */
public record MeshServiceArgs(
        String name,
        String team,
        ImageRef image, Optional<ImageRef> canaryImage,
        ImageRef envoyImage, ImageRef collectorImage,
        int port, Optional<String> path, String healthCheckPath,
        Criticality criticality,
        FargateSize size,
        int minTasks, int maxTasks,
        Optional<DaytimeFloor> daytimeFloor,
        List<ScalingTarget> scaling,
        boolean burst,
        List<String> healthCommand,
        List<String> callers,
        Optional<String> peerCidr,
        boolean table, TableHome tableHome,
        boolean queue, boolean topic, boolean publishes,
        boolean outbox,
        List<String> sagas,
        List<EventSubscription> subscriptions,
        SecretSource secret,
        TokenKeys tokens,
        Map<String, String> environment,
        int logRetentionDays,
        LatencySlo latencySlo,
        Optional<EcsRollout> rollout,
        boolean dataProtected,
        Optional<Staging> staging) {

    /** @throws IllegalArgumentException when a value is out of range; the message names service, value and range */
    public MeshServiceArgs {
        callers = List.copyOf(new TreeSet<>(callers));
        scaling = List.copyOf(scaling);
        healthCommand = List.copyOf(healthCommand);
        sagas = List.copyOf(new TreeSet<>(sagas));
        subscriptions = List.copyOf(subscriptions);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        MeshServiceChecks.name("service", name);
        MeshServiceChecks.team(name, team);
        MeshServiceChecks.canary(name, image, canaryImage);
        MeshServiceChecks.port(name, port);
        path.ifPresent(p -> EdgeRoutes.checkPath(name, p));
        MeshServiceChecks.healthCheckPath(name, healthCheckPath);
        MeshServiceChecks.tasks(name, minTasks, maxTasks, daytimeFloor);
        ScalingChecks.scaling(name, scaling, path.isPresent());
        MeshServiceChecks.callers(name, callers);
        ScalingChecks.subscriptions(name, subscriptions, queue);
        MeshServiceChecks.outbox(name, outbox, table);
        MeshServiceChecks.environment(name, environment);
        MeshServiceChecks.retention(name, logRetentionDays);
        MeshServiceChecks.inService(name, () -> TaskShares.of(size));
        MeshServiceChecks.rollout(name, rollout, path, callers, canaryImage);
    }

    /** The same arguments, with a replica of the table in the other region; nothing changes without a table of its own. */
    public MeshServiceArgs withTableReplica(String region, String keyArn) {
        if (!table || !tableHome.created()) {
            return this;
        }
        return new MeshServiceArgs(
                name, team, image, canaryImage, envoyImage, collectorImage, port, path, healthCheckPath, criticality, size,
                minTasks, maxTasks, daytimeFloor, scaling, burst, healthCommand, callers, peerCidr, true,
                TableHome.withReplicaIn(region, keyArn), queue, topic, publishes, outbox, sagas, subscriptions, secret, tokens,
                environment, logRetentionDays, latencySlo, rollout, dataProtected, staging);
    }

    /**
     * The service's trial: one task on Spot, data of its own that may be deleted, no way to the other region; it signs no tokens.
     *
     * @param stage  where it runs
     * @param tried  image that it runs; {@code canary}: that of a second version beside it
     * @param by     trials that may call it
     * @param events events of other trials for its queue
     */
    MeshServiceArgs staged(Staging stage, ImageRef tried, Optional<ImageRef> canary, List<String> by, List<EventSubscription> events) {
        return new MeshServiceArgs(
                Staging.name(name), team, tried, canary, envoyImage, collectorImage, port, path, healthCheckPath,
                Criticality.STANDARD, size, 1, 1, Optional.empty(), List.of(ScalingTarget.DEFAULT), false, healthCommand, by,
                Optional.empty(), table, TableHome.here(), queue, topic, publishes, false, List.of(), events,
                secret.readable() ? SecretSource.owned() : SecretSource.none(), TokenKeys.NONE.verifying(tokens.verifies()),
                environment, logRetentionDays, latencySlo, Optional.empty(), false, Optional.of(stage));
    }

    /** Starts the arguments of a service. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects arguments. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private String team = "";
        private String image = "";
        private Optional<String> canaryImage = Optional.empty();
        private String envoyImage = "";
        private String collectorImage = "";
        private int port = 8080;
        private Optional<String> path = Optional.empty();
        private String healthCheckPath = "/healthz";
        private Criticality criticality = Criticality.STANDARD;
        private int cpuUnits = FargateSize.SMALLEST_WITH_SIDECARS.cpuUnits();
        private int memoryMiB = FargateSize.SMALLEST_WITH_SIDECARS.memoryMiB();
        private int minTasks = 1;
        private int maxTasks = 3;
        private Optional<DaytimeFloor> daytimeFloor = Optional.empty();
        private List<ScalingTarget> scaling = List.of(ScalingTarget.DEFAULT);
        private boolean burst;
        private List<String> healthCommand = List.of();
        private List<String> callers = List.of();
        private Optional<String> peerCidr = Optional.empty();
        private boolean table;
        private TableHome tableHome = TableHome.here();
        private boolean queue;
        private boolean topic;
        private boolean publishes;
        private boolean outbox;
        private List<String> sagas = List.of();
        private List<EventSubscription> subscriptions = List.of();
        private SecretSource secret = SecretSource.none();
        private TokenKeys tokens = TokenKeys.NONE;
        private Map<String, String> environment = Map.of();
        private int logRetentionDays = 30;
        private LatencySlo latencySlo = LatencySlo.DEFAULT;
        private Optional<EcsRollout> rollout = Optional.empty();
        private boolean dataProtected = true;

        private Builder(String name) {
            this.name = name;
        }

        /** Owning team; required. */
        public Builder team(String value) {
            team = value;
            return this;
        }

        /** Application image as {@code repository:tag} or {@code repository@digest}; required. */
        public Builder image(String value) {
            image = value;
            return this;
        }

        /** Image of a second version beside the first: as many tasks, no traffic until an operator gives it a share. */
        public Builder canaryImage(String value) {
            canaryImage = Optional.of(value);
            return this;
        }

        /** Sidecar images, in the same form; required. */
        public Builder sidecarImages(String envoy, String collector) {
            envoyImage = envoy;
            collectorImage = collector;
            return this;
        }

        /** Port on 127.0.0.1 where the application listens, 1024 to 65535. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Path of the load balancer, such as {@code /api/auth}. */
        public Builder path(String value) {
            path = Optional.of(value);
            return this;
        }

        /** Path of the health check. */
        public Builder healthCheckPath(String value) {
            healthCheckPath = value;
            return this;
        }

        /** What capacity it runs on. */
        public Builder criticality(Criticality value) {
            criticality = value;
            return this;
        }

        /** Size of the task in CPU units (1024 are one vCPU) and MiB. */
        public Builder size(int cpu, int memory) {
            cpuUnits = cpu;
            memoryMiB = memory;
            return this;
        }

        /** Fewest and most tasks. */
        public Builder tasks(int min, int max) {
            minTasks = min;
            maxTasks = max;
            return this;
        }

        /** A higher minimum during working hours. */
        public Builder daytimeFloor(DaytimeFloor value) {
            daytimeFloor = Optional.of(value);
            return this;
        }

        /** What scaling aims at, in place of 60 % CPU: existing policies, as data. */
        public Builder scaling(List<ScalingTarget> values) {
            scaling = values;
            return this;
        }

        /** Whether tasks are added at once when CPU jumps. */
        public Builder burst(boolean value) {
            burst = value;
            return this;
        }

        /** Command in the application's image that exits 0 when healthy. */
        public Builder healthCommand(List<String> value) {
            healthCommand = value;
            return this;
        }

        /** Services that may call this one. */
        public Builder callers(String... names) {
            return callers(List.of(names));
        }

        /** Services that may call this one. */
        public Builder callers(Collection<String> names) {
            callers = List.copyOf(names);
            return this;
        }

        /** The other region's VPC range in CIDR notation. */
        public Builder peerCidr(String value) {
            peerCidr = Optional.of(value);
            return this;
        }

        /** Gives it a DynamoDB table of its own. */
        public Builder table(boolean value) {
            table = value;
            return this;
        }

        /** Which region's stack declares the table. */
        public Builder tableHome(TableHome value) {
            tableHome = value;
            return this;
        }

        /** Gives it an SQS queue of its own, with a dead-letter queue. */
        public Builder queue(boolean value) {
            queue = value;
            return this;
        }

        /** Gives it an SNS topic of its own. */
        public Builder topic(boolean value) {
            topic = value;
            return this;
        }

        /** Lets it send events to the region's bus, under its own name only. */
        public Builder publishes(boolean value) {
            publishes = value;
            return this;
        }

        /** Whether events that it writes into its table go to the region's bus. */
        public Builder outbox(boolean value) {
            outbox = value;
            return this;
        }

        /** Names of the sagas that it starts. */
        public Builder sagas(List<String> values) {
            sagas = values;
            return this;
        }

        /** Events of other services for its queue. */
        public Builder subscriptions(List<EventSubscription> values) {
            subscriptions = values;
            return this;
        }

        /** Where its secret comes from. */
        public Builder secret(SecretSource value) {
            secret = value;
            return this;
        }

        /** Whether it signs tokens, and whose it verifies. */
        public Builder tokens(TokenKeys value) {
            tokens = value;
            return this;
        }

        /** Further environment variables; nothing secret, since task definitions are readable. */
        public Builder environment(Map<String, String> values) {
            environment = values;
            return this;
        }

        /** Days that logs are kept, one of the periods that CloudWatch knows. */
        public Builder logRetentionDays(int value) {
            logRetentionDays = value;
            return this;
        }

        /** Latency objective that alarms watch. */
        public Builder latencySlo(LatencySlo value) {
            latencySlo = value;
            return this;
        }

        /** How ECS itself brings new versions, in place of the mesh; needs a path and no callers. */
        public Builder rollout(EcsRollout value) {
            rollout = Optional.of(value);
            return this;
        }

        /** Whether the table refuses to be deleted; switch off, and deploy, before a wanted removal. */
        public Builder dataProtected(boolean value) {
            dataProtected = value;
            return this;
        }

        /**
         * The checked arguments.
         *
         * @throws IllegalArgumentException when a value is missing or out of range
         */
        public MeshServiceArgs build() {
            return MeshServiceChecks.inService(name, () -> new MeshServiceArgs(
                    name, team, ImageRef.parse(image), canaryImage.map(ImageRef::parse), ImageRef.parse(envoyImage),
                    ImageRef.parse(collectorImage), port, path, healthCheckPath, criticality,
                    new FargateSize(cpuUnits, memoryMiB), minTasks, maxTasks,
                    daytimeFloor, scaling, burst, healthCommand, callers, peerCidr, table, tableHome, queue, topic, publishes,
                    outbox, sagas, subscriptions, secret, tokens, environment, logRetentionDays, latencySlo, rollout,
                    dataProtected, Optional.empty()));
        }
    }
}
