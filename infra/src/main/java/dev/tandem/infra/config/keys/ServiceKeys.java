package dev.tandem.infra.config.keys;

import static dev.tandem.infra.config.keys.Key.optional;
import static dev.tandem.infra.config.keys.Key.required;

import dev.tandem.components.service.EcsRollout;
import dev.tandem.components.service.FargateSize;
import dev.tandem.infra.config.keys.Shape.Flag;
import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Listed;
import dev.tandem.infra.config.keys.Shape.Named;
import dev.tandem.infra.config.keys.Shape.OneOf;
import dev.tandem.infra.config.keys.Shape.Text;
import dev.tandem.infra.config.keys.Shape.Whole;
import dev.tandem.infra.config.keys.Shape.WholeOf;
import java.util.List;

/** The keys of services and of what vouches for them. */
final class ServiceKeys {

    static final Text IMAGE = new Text("[a-z0-9._/-]+(:(?!latest(@|$))[A-Za-z0-9_][A-Za-z0-9_.-]*(@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})");
    private static final Text NAME = new Text(Patterns.SERVICE);
    private static final String ALARMS = "USD 0.20 for its two alarms";

    static final List<Key> IDENTITY = List.of(
            required("issuerImage", IMAGE, "Image of the function that issues identities, mirrored into the own registry.",
                    "tandem/prod/mesh-issuer:0.1.0").free(),
            optional("trustDomain", new Text(Patterns.TRUST_DOMAIN),
                    "SPIFFE trust domain, the same in both regions.", "that of the declared routes", "prod.tandem.internal").free(),
            optional("caKeys", new Listed(new Text(Patterns.CA_KEY), 1, 2), "Names of the CA's KMS keys, the last for new CAs. Two"
                    + " while a key is replaced: docs/runbooks/certificate-rotation.md.", "[\"a\"]", "[a]")
                    .costs("USD 1 for each key"));

    private static final List<Key> SCALING = List.of(
            optional("cpu", new Shape.Number("10", "90"), "Mean CPU of the tasks.", "", "60").in("percent").costs(ALARMS),
            optional("memory", new Shape.Number("10", "90"), "Mean memory of the tasks.", "", "70").in("percent").costs(ALARMS),
            optional("requests", new Shape.Number("1", "1000000"), "Requests from the load balancer for each task.", "", "600")
                    .in("a minute").costs(ALARMS),
            optional("p95", new Shape.Number("0.001", "60"), "95th percentile of the answers' time.", "", "0.15")
                    .in("seconds").costs(ALARMS));

    private static final List<Key> DAYTIME = List.of(
            required("tasks", new Whole(1, 8), "Fewest tasks between these hours.", "2").in("tasks")
                    .costs("the tasks of these hours, at the price of `criticality`"),
            required("fromHour", new Whole(0, 22), "First hour.", "7").in("hour").costs("that of `tasks`"),
            required("toHour", new Whole(1, 23), "Hour at which `minTasks` holds again.", "21").in("hour").costs("that of `tasks`"),
            required("zone", new Text("[A-Za-z0-9_+/-]+"), "Time zone of the IANA database.", "Europe/Berlin").free(),
            optional("maxTasksOutside", new Whole(1, 8), "Most tasks at other hours, `minTasks` to `maxTasks`.", "that of `maxTasks`", "2")
                    .in("tasks").costs("limits what scaling may cost at these hours"));

    private static final List<Key> OBSERVED = List.of(
            required("cpuUnitsP95", new Whole(1, 16384), "95th percentile of what the application used.", "90").in("CPU units").free(),
            required("memoryMibP99", new Whole(1, 122880), "99th percentile of what it used.", "310").in("MiB").free());

    private static final List<Key> ROLLOUT = List.of(
            required("strategy", new OneOf(EcsRollout.Strategy.texts()), "How requests move: all at once, a small share first, or"
                    + " equal shares.", "canary").free(),
            optional("percent", new Shape.Number("0.1", "100"), "Share that moves first (`canary`), or each time (`linear`, 3 or"
                    + " more), in steps of 0.1; not with `blue-green`.", "5, or 10 if linear", "5").in("percent").free(),
            optional("stepMinutes", new Whole(0, EcsRollout.MOST_MINUTES), "Time after each move but the last; not with"
                    + " `blue-green`.", "10, or 6 if linear", "10").in("minutes").costs("the service's tasks twice, as long as it takes"),
            optional("bakeMinutes", new Whole(0, EcsRollout.MOST_MINUTES), "For how long both versions run after the last move; at"
                    + " most 1980 with all steps.", "15", "15").in("minutes").costs("the service's tasks twice, as long as it takes"),
            optional("hooks", new Named(String.join("|", EcsRollout.STAGES), new Text(Patterns.ROTATION_FUNCTION)), "Functions of"
                    + " the stack's region and account that ECS asks, by the stage of the deployment; they answer SUCCEEDED, FAILED or"
                    + " IN_PROGRESS.", "{}",
                    "{post-scale-up: \"arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check\"}")
                    .costs("their runs, which are their owner's"));

    static final List<Key> SERVICE = List.of(
            required("team", new Text(Patterns.TEAM), "Owning team, a tag.", "identity").free(),
            required("image", IMAGE, "`tandem/<environment>/<name>` with `:tag` (not `latest`), `@sha256:…` or both; no registry"
                    + " host, each region pulls from its own.", "tandem/prod/auth:1.4.2").free(),
            optional("canaryImage", IMAGE, "Image of a second version `<name>-canary` beside the first, for the hours of a release:"
                    + " step `deploy` sets it, step `promote` makes it the `image`. It gets no traffic until `./tandem canary` gives"
                    + " it a share.", "none", "tandem/prod/auth:1.4.3").costs("its tasks, for the hours of releases"),
            optional("path", new Text("(/[a-z0-9][a-z0-9._~-]*){1,10}"), "Path of the load balancer, claimed by no other service;"
                    + " without it the service is internal.", "", "/api/auth").free(),
            optional("port", new Whole(1024, 65535),
                    "Where the application listens on 127.0.0.1; none that a sidecar uses.", "8080", "8080").free().in("TCP port"),
            optional("healthCheckPath", new Text(Patterns.HEALTH_PATH), "Answers 200 when the task may get traffic.",
                    "/healthz", "/healthz").free(),
            optional("criticality", new OneOf(List.of("always", "critical", "standard")), "`always`: every task on demand;"
                    + " `critical`: one task always on demand, further ones on Spot; `standard`: Spot.", "standard", "critical")
                    .costs("a task on demand is USD 16.58 (14.42 in eu-west-1), on Spot 5.07 (4.41)"),
            optional("cpu", new WholeOf(List.copyOf(FargateSize.validPairs().keySet())),
                    "Size of the whole task, with `memory` a pair that Fargate has and that the sidecars leave room in.", "512",
                    "512").in("CPU units").costs("USD 0.027 an hour for 1024 on demand"),
            optional("memory", new Whole(1, 122880), "Memory of the whole task.", "1024", "1024").in("MiB")
                    .costs("USD 0.003 an hour for 1024 on demand"),
            optional("minTasks", new Whole(1, 8), "Fewest tasks.", "1", "2").in("tasks").costs("each task at the price of `criticality`"),
            optional("maxTasks", new Whole(1, 8), "Most tasks, at least `minTasks`; discovery answers with 8 at most.", "3", "4")
                    .in("tasks").costs("limits what scaling may cost"),
            optional("daytime", new Keyed(DAYTIME), "A higher minimum during these hours.", "",
                    "{tasks: 2, fromHour: 7, toHour: 21, zone: Europe/Berlin}"),
            optional("scaling", new Keyed(SCALING), "What scaling aims at; also where an existing policy's targets go.",
                    "{\"cpu\": 60}", "{cpu: 60, requests: 600}"),
            optional("burst", new Flag(), "Whether tasks are added within a minute when CPU jumps.", "false", "true")
                    .costs("USD 0.10 for its alarm"),
            optional("healthCommand", new Listed(new Text("[\\s\\S]*\\S[\\s\\S]*"), 2, 20), "Command in the image, `CMD` or"
                    + " `CMD-SHELL` first, asked every 5 s; two failures end the task.", "", "[CMD, /healthcheck]").free(),
            optional("observed", new Keyed(OBSERVED), "What the application used; the preview says which size would do.", "",
                    "{cpuUnitsP95: 90, memoryMibP99: 310}"),
            optional("callers", new Listed(NAME, 0, 100), "Services that may call this one through the mesh; no circle of calls.", "[]", "[persona]")
                    .free(),
            optional("rollout", new Keyed(ROLLOUT), "New versions are brought by ECS itself, in place of the mesh: docs/rollout.md"
                    + " compares. For services with a path and no callers.", "", "{strategy: canary}"),
            optional("table", new Flag(), "Whether it owns a DynamoDB table, with a replica in the other region.", "false", "true")
                    .costs("by use: about USD 0.60 a month"),
            optional("queue", new Flag(), "Whether it owns an SQS queue with dead letters.", "false", "true")
                    .costs("USD 0.10 for an alarm, and by use"),
            optional("topic", new Flag(), "Whether it owns an SNS topic.", "false", "true")
                    .costs("by use: USD 0.50 for a million messages"),
            optional("secret", new Flag(), "Whether it owns a secret, replicated to the other region.", "false", "true")
                    .costs("USD 0.40 for the secret and 0.40 for its replica"),
            optional("secretRotation", new Keyed(List.of(
                            required("functionArn", new Text(Patterns.ROTATION_FUNCTION), "Function of the"
                                    + " team that rotates the secret; Secrets Manager must be allowed to call it.",
                                    "arn:aws:lambda:eu-west-1:111122223333:function:rotate-auth").costs("its runs, which are its owner's"),
                            optional("days", new Whole(1, 1000), "Days between two rotations.", "30", "30").in("days").free())),
                    "Rotates the service's secret; in the secondary's stack, which owns secrets.", "none",
                    "{functionArn: \"arn:aws:lambda:eu-west-1:111122223333:function:rotate-auth\"}"),
            optional("signingKeys", new Keyed(List.of(
                            required("rotationImage", IMAGE, "Image of the function that rotates them, `tandem/<environment>/<name>-keys`.",
                                    "tandem/prod/auth-keys:1.0.0").free())),
                    "The service signs tokens: its keys are a parameter that a function rotates daily and it alone reads.", "",
                    "{rotationImage: tandem/prod/auth-keys:1.0.0}").costs("USD 0.10 for an alarm, and 0.03 by use"),
            optional("verifiesTokensOf", new Listed(NAME, 0, 100), "Services whose public keys it reads, to verify their tokens.",
                    "[]", "[auth]").free(),
            optional("publishes", new Flag(), "Whether it may send events to the region's bus, as `tandem.<name>`.", "false", "true")
                    .costs("by use: USD 1.00 for a million events"),
            optional("outbox", new Flag(), "Whether events that it writes into its table go to the region's bus; needs `table`.", "false",
                            "true").costs("USD 0.10 for an alarm, and by use"),
            optional("sagas", new Listed(new Text(Patterns.SAGA), 0, 20), "Sagas that it starts: each a state machine and a relay. Participants need"
                            + " `queue` and `outbox`.", "[]", "[sign-up]").costs("USD 0.10 for an alarm, and by use"),
            optional("subscriptions", new Named(Patterns.SERVICE,
                            new Listed(new Text(Patterns.EVENT_TYPE), 1, 100)),
                    "Event types by publishing service, delivered to its queue.", "{}", "{auth: [UserRegistered]}")
                    .costs("by use: USD 0.40 for a million messages into the queue"));

    static final List<Key> STAGING = List.of(
            required("services", new Named(Patterns.SERVICE, new Keyed(List.of(
                            required("image", IMAGE, "Image that is tried out, of the service's own repository.",
                                    "tandem/prod/auth:1.5.0").free(),
                            optional("canaryImage", IMAGE, "Image of a second version of the trial, for the pipeline's canary: one more"
                                    + " task.", "none", "tandem/prod/auth:1.6.0")
                                    .costs("a task on Spot, USD 5.07 (4.41 in eu-west-1) a month")))),
                    "Services that have a trial, `<name>-stg`; names have 12 letters at most.",
                    "{auth: {image: \"tandem/prod/auth:1.5.0\"}}"),
            optional("host", new Text("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?"),
                    "First label of the host of all trials, below the public name: docs/staging.md has its record and certificate.", "stg", "stg").free(),
            optional("boundaryArn", new Text(Patterns.policy(null)), "Permissions boundary of the trials' roles, another than"
                    + " production's; name it in `eu-compliance:furtherBoundaryArns`.", "one that the stack makes",
                    "arn:aws:iam::111122223333:policy/tandem-staging-boundary").free());

    private ServiceKeys() {}
}
