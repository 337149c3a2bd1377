package dev.tandem.infra.config;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.reflect.TypeToken;
import dev.tandem.components.chaos.ChaosArgs;
import dev.tandem.components.edge.CertificatePlan;
import dev.tandem.components.foundation.FoundationArgs;
import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.components.pipeline.PipelineArgs;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import dev.tandem.infra.config.StackConfig.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a stack's configuration and says everything that is wrong with it at once. */
public final class ConfigReader {

    /** Those of the engine and of the policy pack are theirs to read. */
    private static final List<String> NAMESPACES = List.of("aws", "eu-compliance", "pulumi", "tandem");
    private static final Expected REGION_LIST = new Expected(
            "a list of AWS regions in the European Union " + Regions.IN_THE_UNION, "[\"eu-central-1\", \"eu-west-1\"]");
    private static final Expected RETENTION =
            new Expected("days that CloudWatch Logs knows: one of " + FoundationArgs.RETENTION_DAYS, "30");

    private final List<Problem> problems = new ArrayList<>();
    private final String stack;
    private final Map<String, String> values;
    private final Section aws;
    private final Section tandem;

    private ConfigReader(String stack, Map<String, String> values, Set<String> secrets) {
        this.stack = stack;
        this.values = values;
        this.aws = Section.namespace(problems, "aws", values, secrets);
        this.tandem = Section.namespace(problems, "tandem", values, secrets);
    }

    /**
     * Reads what the engine hands to a program.
     *
     * @param stack      name of the stack
     * @param config     the environment variable PULUMI_CONFIG: a JSON map of {@code namespace:key} to text
     * @param secretKeys the environment variable PULUMI_CONFIG_SECRET_KEYS: a JSON list; their values are never shown
     * @throws InvalidConfig with every problem
     */
    public static StackConfig read(String stack, String config, String secretKeys) {
        Map<String, String> values = json(config, "{}", new TypeToken<TreeMap<String, String>>() {}, "PULUMI_CONFIG", stack);
        Set<String> secrets =
                json(secretKeys, "[]", new TypeToken<TreeSet<String>>() {}, "PULUMI_CONFIG_SECRET_KEYS", stack);
        return new ConfigReader(stack, values, secrets).read();
    }

    private StackConfig read() {
        List<String> allowed = tandem.texts("allowedRegions", Regions.IN_THE_UNION::contains, REGION_LIST);
        String region = region(allowed);
        String environment = tandem.text("environment", Patterns.ENVIRONMENT,
                new Expected("2 to 12 lower-case letters and digits, not \"pipeline\"", "prod"));
        AccountReader.Account owner = AccountReader.read(tandem, environment, region);
        String account = owner == null ? null : owner.id();
        String certificate = tandem.has("certificateArn") ? certificate(region, account) : null;
        Role role = role();
        String domain = tandem.text("domain", Patterns.DOMAIN,
                new Expected("a public hosted zone in lower case", "tandem.example"));
        String costOwner = tandem.text("costOwner", Patterns.COST_OWNER,
                new Expected("who pays, 1 to 64 letters, digits, blanks and .@-", "platform"));
        BigDecimal ceiling = tandem.decimal("costCeilingEur", "1", "10000", "EUR a month for this region", "100");
        StackConfig.ExchangeRate rate = NetworkReader.exchangeRate(tandem);
        List<String> emails = tandem.texts("alarmEmails", text -> text.matches(Patterns.MAIL),
                new Expected("a list of mail addresses", "[\"oncall@tandem.example\"]"));
        Integer retention = retention();
        Boolean protection = tandem.flag("deletionProtection", true);
        NetworkReader networks = new NetworkReader(tandem, stack, region, allowed);
        StackConfig.Network network = networks.network();
        StackConfig.Peer peer = networks.peer(network);
        ServicesReader reader = new ServicesReader(
                tandem, environment, region, account, peer, role, retention == null ? 30 : retention, protection);
        List<MeshServiceArgs> services = reader.read();
        StackConfig.Failover failover = FailoverReader.read(tandem, reader.paths());
        StackConfig.Identity identity = IdentityReader.read(tandem, environment);
        StackConfig.Mesh mesh = MeshReader.read(
                tandem, services.stream().map(MeshServiceArgs::name).collect(Collectors.toCollection(TreeSet::new)), region);
        Existing existing = ExistingReader.read(tandem, region, account, network == null ? null : network.cidr(),
                network == null ? null : network.zones());
        Choices choices = ChoicesReader.read(tandem, region, account);
        List<MeshServiceArgs> trials = StagingReader.read(tandem, owner, environment, region,
                failover == null || domain == null ? null : publicName(failover, domain), existing, services);
        Optional<PipelineArgs> pipeline = PipelineReader.read(tandem, role, region, peer == null ? null : peer.region(), account,
                services.stream().anyMatch(service -> service.rollout().isPresent()));
        Optional<ChaosArgs> chaos = ChaosReader.read(tandem, peer == null ? null : peer.region(), services,
                mesh != null && EnvoyBackend.NAME.equals(mesh.backend()));
        requireCertificate(existing, region, account);
        if (problems.isEmpty()) {
            Addresses.check(tandem, region, account, network, existing,
                    Stream.concat(services.stream(), trials.stream()).toList(), choices);
        }
        rejectUnknown();
        if (!problems.isEmpty()) {
            throw new InvalidConfig(StackConfig.file(stack), problems);
        }
        return new StackConfig(stack, region, role, environment, domain,
                certificate != null ? CertificatePlan.given(certificate) : CertificatePlan.validated(
                        publicName(failover, domain), existing.hostedZoneId().orElseThrow()),
                owner.boundaryArn(), owner.created(), account, costOwner, ceiling, rate, network, peer, failover, emails, retention,
                protection, identity, mesh, services, trials, reader.observed(), existing, choices, pipeline, chaos);
    }

    private static String publicName(StackConfig.Failover failover, String domain) {
        return failover.host().isEmpty() ? domain : failover.host() + "." + domain;
    }

    private String region(List<String> allowed) {
        List<String> regions = allowed == null ? Regions.IN_THE_UNION : allowed;
        return aws.text("region", regions::contains,
                new Expected("one of the allowed regions " + regions + " (tandem:allowedRegions)", "eu-central-1"));
    }

    /** A zone that the stack itself makes is not delegated yet: a certificate could not be proven in it. */
    private void requireCertificate(Existing existing, String region, String account) {
        if (!tandem.has("certificateArn") && existing != null && existing.hostedZoneId().isEmpty()) {
            tandem.problem("certificateArn", "nothing", new Expected("the ARN of an ACM certificate"
                    + ChoicesReader.in(region, account) + "; or tandem:existing.hostedZoneId, and the stack makes one and proves it"
                    + " there by DNS", "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
        }
    }

    private String certificate(String region, String account) {
        String where = region == null ? "eu-central-1" : region;
        String who = account == null ? "111122223333" : account;
        return tandem.text("certificateArn", Patterns.certificate(region, account),
                new Expected("the ARN of an ACM certificate of account " + who + " in " + where,
                        "arn:aws:acm:" + where + ":" + who + ":certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
    }

    private Role role() {
        String role = tandem.text("role", "primary|secondary", new Expected("primary or secondary", "primary"));
        return role == null ? null : Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    private Integer retention() {
        Integer days = tandem.integer("logRetentionDays", 1, 3653, "days that logs are kept", 30, 30);
        if (days != null && !FoundationArgs.RETENTION_DAYS.contains(days)) {
            tandem.problem("logRetentionDays", days.toString(), RETENTION);
            return null;
        }
        return days;
    }

    /** Keys of aws: other than the region would be ignored silently, as every resource has an explicit provider. */
    private void rejectUnknown() {
        for (String key : aws.keys()) {
            if (!key.equals("region")) {
                aws.problem(key, "an unknown key", new Expected(
                        "only aws:region: resources use a provider of their own that reads no other key of aws",
                        "the environment variable AWS_PROFILE"));
            }
        }
        tandem.rejectUnknown();
        for (String key : values.keySet()) {
            String namespace = key.contains(":") ? key.substring(0, key.indexOf(':')) : "";
            if (!NAMESPACES.contains(namespace)) {
                String meant = Spelling.nearest(namespace, NAMESPACES).orElse("tandem") + ":" + key.substring(key.indexOf(':') + 1);
                problems.add(new Problem(key, "an unknown namespace, did you mean " + meant + "?",
                        "a key of one of " + NAMESPACES, meant));
            }
        }
    }

    private static <T> T json(String text, String empty, TypeToken<T> type, String variable, String stack) {
        try {
            return new Gson().fromJson(text == null || text.isBlank() ? empty : text, type);
        } catch (JsonSyntaxException malformed) {
            throw new InvalidConfig(StackConfig.file(stack), List.of(new Problem(
                    variable, "text that is not the JSON expected", "what a Pulumi engine sets: " + empty + " with entries",
                    "run the program by pulumi preview or ./tandem preview")));
        }
    }
}
