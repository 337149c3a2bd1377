package dev.tandem.infra.config.keys;

import static dev.tandem.infra.config.keys.Key.optional;
import static dev.tandem.infra.config.keys.Key.required;

import dev.tandem.components.chaos.ChaosArgs;
import dev.tandem.components.foundation.FoundationArgs;
import dev.tandem.components.mesh.AppMeshBackend;
import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.infra.config.keys.Shape.Flag;
import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Listed;
import dev.tandem.infra.config.keys.Shape.Named;
import dev.tandem.infra.config.keys.Shape.OneOf;
import dev.tandem.infra.config.keys.Shape.Text;
import dev.tandem.infra.config.keys.Shape.Whole;
import dev.tandem.infra.config.keys.Shape.WholeOf;
import java.util.List;

/** The keys of a stack: all of the namespace {@code tandem}. */
public final class StackKeys {

    /** Regions of the European Union; the reader has the list. */
    static final String REGION = "eu-(central-1|north-1|south-[12]|west-[13])";

    static final String ARN_EXAMPLE = "arn:aws:iam::111122223333:policy/tandem-boundary";

    /** All of them, in the order of the reference page. */
    public static final List<Key> ALL = List.of(
            required("role", new OneOf(List.of("primary", "secondary")), "Which of the two regions this is. The secondary takes"
                    + " over and owns what is shared: zone, trail, peering, secrets, tables, takeover and failback.", "primary").free(),
            required("environment", new Text(Patterns.ENVIRONMENT), "Part of physical names.", "prod").free(),
            required("allowedRegions", new Listed(new Text(REGION), 0, 6),
                    "AWS regions in the European Union; London and Zurich lie outside of it.", "[eu-central-1, eu-west-1]").free(),
            optional("accountId", new Text(Patterns.ACCOUNT), "The only account that the provider accepts.", "that of the boundary",
                    "\"111122223333\"").free(),
            optional("permissionsBoundaryArn", new Text(Patterns.policy(null)),
                    "Policy that every role carries. Without it the stack makes one, and needs `tandem:accountId`.",
                    "one that the stack makes", ARN_EXAMPLE).free(),
            optional("certificateArn", new Text(Patterns.certificate(null, null)),
                    "ACM certificate of the public name, in this region and that account. Without it the stack makes one and proves"
                            + " it by DNS in `tandem:existing.hostedZoneId`.", "one that the stack makes",
                    "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0").free(),
            required("domain", new Text(Patterns.DOMAIN), "Public hosted zone, owned by the secondary.", "tandem.example")
                    .costs("USD 0.50 a month in the secondary"),
            required("costOwner", new Text(Patterns.COST_OWNER), "Value of the tag `CostOwner`.", "platform").free(),
            required("costCeilingEur", new Shape.Number("1", "10000"), "What the region may cost; the budget has the same in USD.",
                    "100").in("EUR a month").costs("a plan over it is refused"),
            required("exchangeRate", new Keyed(List.of(
                            required("usdPerEur", new Shape.Number("0.7", "1.8"), "Dollars for one euro.", "1.1186").in("USD").free(),
                            required("date", new Text("\\d{4}-\\d{2}-\\d{2}"), "Day of that rate.", "\"2026-10-08\"")
                                    .in("YYYY-MM-DD").free())),
                    "What a euro is in dollars: list prices are in USD.", "{usdPerEur: 1.1186, date: \"2026-10-08\"}"),
            required("alarmEmails", new Listed(new Text(Patterns.MAIL), 0, 10), "Mail addresses for alarms and the budget; may be empty.",
                    "[oncall@tandem.example]").costs("USD 2 for 100,000 mails"),
            optional("logRetentionDays", new WholeOf(List.copyOf(FoundationArgs.RETENTION_DAYS)), "How long logs are kept.",
                    "30", "30").in("days").costs("USD 0.03 for each GB and month"),
            optional("deletionProtection", new Flag(), "Whether AWS refuses to delete load balancer and tables. Set it to"
                    + " `false` and deploy before `pulumi destroy`.", "true", "true").free(),
            optional("webFirewall", new Flag(), "Whether a web application firewall stands before the load balancer: AWS's common"
                    + " rules, inputs known to be bad, and at most 2,000 requests from an address in five minutes.", "false", "true")
                    .costs("USD 8, and 0.60 for a million requests"),
            optional("quotaAlarms", new Flag(), "Alarms at 80 % of quotas: Fargate, ECR logins and KMS; by a function that"
                    + " counts each hour, instances of Cloud Map, addresses of subnets, network interfaces, calls of Parameter Store and"
                    + " records of zones. An account's own boundary must allow what it reads (docs/integration.md).", "false", "true")
                    .costs("USD 0.90 for nine alarms, 1.50 for five metrics"),
            optional("chatWebhookSecretArn", new Text(Patterns.secret(null, null)),
                    "Secret with the address of a chat's incoming webhook, which gets every alarm, besides the mails.", "none",
                    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:chat-webhook-a1B2c3")
                    .costs("USD 0.40 for the secret"),
            optional("costAction", new OneOf(List.of("none", "floor", "deny")), "What happens when the budget is spent: `floor`"
                    + " scales every service to its fewest tasks, `deny` starts no further ones. docs/runbooks/budget-hit.md undoes"
                    + " either.", "none", "floor").costs("cents, for a function and a workflow that hardly run"),
            optional("taskCheck", new Flag(), "Whether running tasks are compared with the price book each hour, since billing lags"
                    + " by hours.", "false", "true").costs("USD 0.10 for its alarm, 0.30 for its metric"),
            optional("debug", new Flag(), "Whether operators may open debug sessions in tasks of their own: a definition and a role for"
                    + " each service, under the boundary `tandem-<environment>-debug-boundary-<region>`, which"
                    + " `eu-compliance:furtherBoundaryArns` must have. docs/debug.md.", "false", "true")
                    .costs("two endpoints more where there are endpoints: USD 17.52 in eu-central-1, 16.06 in eu-west-1, by the"
                            + " hour; the tasks while they run"),
            optional("trailLock", new OneOf(List.of("none", "governance", "compliance")), "Object lock of the audit trail's files, for a"
                    + " year, in the secondary's stack: `governance` is passed by whoever has the right to, `compliance` by nobody, the"
                    + " account's root included, so that a bucket under it outlives every stack.", "governance", "compliance").free(),
            optional("existing", new Keyed(List.of(
                            optional("network", new Keyed(NetworkKeys.EXISTING), "A VPC that is there.", "",
                                    "{vpcId: vpc-0a1b2c3d, privateSubnets: {eu-central-1a: {id: subnet-0a1b2c3d, cidr: 10.20.0.0/20,"
                                            + " routeTableId: rtb-0a1b2c3d}}, publicSubnets: {eu-central-1a: subnet-1a2b3c4d}}"),
                            optional("hostedZoneId", new Text(Patterns.HOSTED_ZONE), "Public hosted zone of `tandem:domain`.", "",
                                    "Z0123456789ABCDEFGHIJ").costs("saves USD 0.50"),
                            optional("alarmTopicArn", new Text(Patterns.topic(null, null)), "Topic for alarms and the"
                                    + " budget, in this region; policy and subscribers are its owner's.", "",
                                    "arn:aws:sns:eu-central-1:111122223333:oncall").free(),
                            optional("budgetName", new Text(Patterns.BUDGET), "Budget that watches the region's costs.", "", "eu").free(),
                            optional("trailArn", new Text(Patterns.trail(null)),
                                    "Trail that records all regions.", "",
                                    "arn:aws:cloudtrail:eu-west-1:111122223333:trail/organisation")
                                    .costs("saves the storage of its files, cents"),
                            optional("pipelineRoleArn", new Text(Patterns.role(null)), "Role of the deployment"
                                    + " pipeline: may push images into the repositories.", "",
                                    "arn:aws:iam::111122223333:role/deployment").free(),
                            optional("metricsNamespace", new Text(Patterns.NAMESPACE), "CloudWatch namespace of the"
                                    + " existing performance monitoring, to which the collectors write.", "Tandem", "Performance").free(),
                            optional("dashboards", new Listed(new Text(Patterns.DASHBOARD), 0, 100), "Dashboards that show the region"
                                    + " already; with any, none is made.", "[]", "[performance]").costs("saves USD 3"))),
                    "What the account already has, used instead of an own one: docs/integration.md.", "",
                    "{hostedZoneId: Z0123456789ABCDEFGHIJ}"),
            required("network", new Keyed(NetworkKeys.NETWORK), "Address range, zones and the way out.",
                    "{cidr: 10.20.0.0/16, availabilityZones: [eu-central-1a, eu-central-1b]}"),
            required("peer", new Keyed(NetworkKeys.PEER), "The other region.",
                    "{region: eu-west-1, cidr: 10.30.0.0/16, stack: eu-west-1}"),
            required("failover", new Keyed(NetworkKeys.FAILOVER), "How the public name is shared between the regions.",
                    "{host: api, checkPath: /api/auth/healthz}"),
            required("sidecars", new Keyed(List.of(
                            required("envoy", ServiceKeys.IMAGE, "Image of Envoy and its agent, mirrored into the own registry.",
                                    "tandem/prod/envoy:1.40.0").free(),
                            required("collector", ServiceKeys.IMAGE, "Image of the trace collector, mirrored likewise.",
                                    "tandem/prod/collector:0.45.1").free())),
                    "What runs beside every application.", "{envoy: \"tandem/prod/envoy:1.40.0\", collector: \"tandem/prod/collector:0.45.1\"}"),
            required("identity", new Keyed(ServiceKeys.IDENTITY), "Who vouches for the services.",
                    "{issuerImage: tandem/prod/mesh-issuer:0.1.0}"),
            optional("mesh", new Keyed(List.of(
                            required("backend", new OneOf(List.of(EnvoyBackend.NAME, AppMeshBackend.NAME)),
                                    "`app-mesh` is plan and preview only: AWS ended it, and it needs a waiver of `retired-services`.", "envoy")
                                    .free(),
                            optional("canaryPercent", new Named(Patterns.SERVICE, new Whole(0, 100)),
                                    "With `app-mesh` only: share of a service's canary by service. With `envoy` operators change"
                                            + " weights by `./tandem traffic`.", "{}", "{auth: 5}").in("percent").free(),
                            optional("privateCaArn",
                                    new Text(Patterns.privateCa(null)),
                                    "With `app-mesh` only: ACM Private CA of this region that servers' certificates are checked"
                                            + " against. Callers are always checked by files: App Mesh takes no client"
                                            + " certificate from ACM.", "the bundle's file",
                                    "arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")
                                    .costs("USD 400 a month for a general-purpose CA, outside of this stack"))),
                    "What carries the mesh: [mesh-backends.md](mesh-backends.md) compares the two.", "{\"backend\": \"envoy\"}",
                    "{backend: envoy}"),
            optional("pipeline", new Keyed(List.of(
                            required("server", new OneOf(List.of("github", "gitlab")), "Whose tokens the roles take.", "github").free(),
                            required("repository", new Text(Patterns.GITLAB_PROJECT), "The only repository whose jobs get roles:"
                                    + " `OWNER/NAME`, at GitLab with all its groups.", "acme/platform").free(),
                            optional("host", new Text(Patterns.ISSUER), "With `gitlab` only: the issuer's host.", "gitlab.com",
                                    "gitlab.example.com").free(),
                            optional("branch", new Text(Patterns.BRANCH), "Its jobs push and, at GitLab, deploy; protect it.", "main", "main")
                                    .free(),
                            required("environment", new Text(Patterns.BUILD_ENVIRONMENT), "Environment at the build server; the role is"
                                    + " `tandem-pipeline-<environment>`.", "production").free(),
                            optional("push", new Flag(), "Whether the stack makes the role `tandem-pipeline-push`; one stack of an account"
                                    + " does.", "true", "false").free(),
                            optional("providerArn", new Text(Patterns.oidcProvider(null)), "The account's OpenID Connect provider for that"
                                    + " issuer; an account can have one.", "one that the stack makes",
                                    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com").free(),
                            optional("stateBucketArn", new Text(Patterns.BUCKET), "Bucket of Pulumi's states.", "none",
                                    "arn:aws:s3:::acme-pulumi-state").free(),
                            optional("stateKeyArn", new Text(Patterns.key(null)), "KMS key of that bucket or of the stacks' secrets.", "none",
                                    "arn:aws:kms:eu-central-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0").free())),
                    "Roles of the deployment pipeline, in the secondary's stack: [pipeline.md](pipeline.md).", "none",
                    "{server: github, repository: acme/platform, environment: production}"),
            optional("chaos", new Keyed(List.of(
                            optional("services", new Listed(new Text(Patterns.SERVICE), 1, ChaosArgs.MOST_STOP_CONDITIONS), "Services whose"
                                    + " tasks are stopped and whose alarms end every experiment.", "all, of at most 5", "[auth]").free(),
                            optional("minutes", new Whole(1, ChaosArgs.MOST_MINUTES), "How long a fault lasts.", "5", "5").in("minutes")
                                    .costs("USD 0.10 for each minute of an action"))),
                    "Experiment templates of AWS Fault Injection Service: [chaos.md](chaos.md). Its role's boundary must be in"
                            + " `eu-compliance:furtherBoundaryArns`.", "none", "{services: [auth], minutes: 5}")
                    .costs("USD 0.10 for each minute of an action, while an experiment runs"),
            required("services", new Named(Patterns.SERVICE, new Keyed(ServiceKeys.SERVICE)),
                    "One object for each service, by name. The foundation makes an ECR repository"
                            + " `tandem/<environment>/<name>` for it.",
                    "{auth: {team: identity, image: \"tandem/prod/auth:1.4.2\", path: /api/auth}}"),
            optional("staging", new Keyed(ServiceKeys.STAGING), "Trials of services beside them, one task on Spot each, with rights"
                    + " and data of their own: [staging](staging.md). The pipeline's step `deploy` sets and removes it.", "",
                    "{services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}}")
                    .costs("about EUR 7 a month for each; needs a higher `tandem:costCeilingEur`"));

    private StackKeys() {}
}
