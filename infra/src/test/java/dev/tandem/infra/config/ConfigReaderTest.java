package dev.tandem.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong line at a time in a stack file that is otherwise right. */
class ConfigReaderTest {

    private static final String STACK = "eu-central-1";

    private static List<Problem> problems(String config) {
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(STACK, config, "[]"));
        assertThat(refused).as("an invalid configuration").isNotNull();
        return refused.problems();
    }

    private static Problem only(String part, String replacement) {
        List<Problem> problems = problems(Yaml.changed(STACK, part, replacement));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void printsFileKeyFoundExpectedAndExample() {
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(
                STACK, Yaml.changed(STACK, "  tandem:domain: tandem.example\n", ""), "[]"));
        assertThat(refused).hasMessage("""
                invalid configuration: 1 problem in Pulumi.eu-central-1.yaml
                  tandem:domain
                    found:    nothing
                    expected: a public hosted zone in lower case
                    example:  tandem.example""");
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(problems("{}")).extracting(Problem::key).containsExactly(
                "tandem:allowedRegions", "aws:region", "tandem:environment", "tandem:permissionsBoundaryArn",
                "tandem:role", "tandem:domain", "tandem:costOwner", "tandem:costCeilingEur",
                "tandem:exchangeRate", "tandem:alarmEmails", "tandem:network", "tandem:peer", "tandem:sidecars",
                "tandem:services", "tandem:failover",
                "tandem:identity", "tandem:certificateArn");
        assertThat(problems(null)).hasSize(17);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        cidr: 10.20.0.0/16              | cidr: 10.20.0.0/99              | tandem:network.cidr                        | prefix /99, expected /0 to /32
        cidr: 10.20.0.0/16              | cidr: 10.20.0.0/24              | tandem:network.cidr                        | 10.20.0.0/24 has 256 addresses, expected at least 1024 (/22): four zones of a private and a public subnet
        cidr: 10.20.0.0/16              | cidr: 8.8.0.0/16                | tandem:network.cidr                        | 8.8.0.0/16, which is not private
        cidr: 10.20.0.0/16              | cidr: 10.30.128.0/20            | tandem:peer.cidr                           | 10.30.0.0/16, which overlaps tandem:network.cidr 10.30.128.0/20
        aws:region: eu-central-1        | aws:region: us-east-1           | aws:region                                 | "us-east-1"
        region: eu-west-1               | region: us-east-1               | tandem:peer.region                         | "us-east-1"
        region: eu-west-1               | region: eu-central-1            | tandem:peer.region                         | "eu-central-1"
        [eu-central-1, eu-west-1]       | [eu-central-1, eu-west-1, eu-west-2] | tandem:allowedRegions[2]              | "eu-west-2"
        [eu-central-1a, eu-central-1b]  | [eu-central-1a, eu-west-1b]     | tandem:network.availabilityZones[1]        | "eu-west-1b"
        [eu-central-1a, eu-central-1b]  | [eu-central-1a]                 | tandem:network.availabilityZones           | 1 zones: [eu-central-1a]
        endpointAvailabilityZones: 1    | endpointAvailabilityZones: 3    | tandem:network.endpointAvailabilityZones   | 3
        endpointAvailabilityZones: 1    | endpointAvailabilityZones: two  | tandem:network.endpointAvailabilityZones   | "two"
        image: tandem/prod/auth:1.0.0   | image: tandem/prod/auth         | tandem:services.auth.image                 | "tandem/prod/auth"
        image: tandem/prod/auth:1.0.0   | image: tandem/prod/auth:latest  | tandem:services.auth.image                 | "tandem/prod/auth:latest"
        image: tandem/prod/auth:1.0.0   | image: public.ecr.aws/x/auth:1  | tandem:services.auth.image                 | "public.ecr.aws/x/auth:1"
        path: /api/persona              | path: /api/auth                 | tandem:services.persona.path               | "/api/auth", which tandem:services.auth.path claims as well
        path: /api/persona              | path: /api/persona/             | tandem:services.persona.path               | "/api/persona/"
        primaryWeight: 100              | primaryWeight: -1               | tandem:failover.primaryWeight              | -1
        secondaryWeight: 0              | secondaryWeight: 256            | tandem:failover.secondaryWeight            | 256
        secondaryWeight: 0              | secondaryWeight: 0.5            | tandem:failover.secondaryWeight            | 0.5
        checkPath: /api/auth/healthz    | checkPath: /healthz             | tandem:failover.checkPath                  | "/healthz"
        criticality: critical           | port: 80                        | tandem:services.auth.port                  | 80
        criticality: critical           | port: 99999                     | tandem:services.auth.port                  | 99999
        minTasks: 2                     | minTasks: -2                    | tandem:services.auth.minTasks              | -2
        minTasks: 2                     | minTasks: 8                     | tandem:services.auth.maxTasks              | 4, less than minTasks 8
        maxTasks: 4                     | maxTasks: 9                     | tandem:services.auth.maxTasks              | 9
        toHour: 21                      | toHour: 5                       | tandem:services.persona.daytime.toHour     | 5, not after fromHour 7
        zone: Europe/Berlin             | zone: Europa/Berlin             | tandem:services.persona.daytime.zone       | "Europa/Berlin"
        usdPerEur: 1.1186               | usdPerEur: 11.186               | tandem:exchangeRate.usdPerEur              | 11.186
        date: "2026-10-08"              | date: "08.10.2026"              | tandem:exchangeRate.date                   | "08.10.2026"
        callers: [persona]              | callers: [persnoa]              | tandem:services.auth.callers[0]            | "persnoa"
        callers: [persona]              | callers: persona                | tandem:services.auth.callers               | "persona"
        issuerImage: tandem/prod/mesh-issuer:0.1.0 | trustDomain: not_a_name | tandem:identity.trustDomain              | "not_a_name"
        tandem:role: primary            | tandem:mesh: linkerd            | tandem:mesh                                | "linkerd"
        tandem:role: primary            | tandem:mesh: {backend: istio}   | tandem:mesh.backend                        | "istio"
        tandem:role: primary            | tandem:mesh: {backend: app-mesh, privateCaArn: "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"} | tandem:mesh.privateCaArn | "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
        tandem:role: primary            | tandem:mesh: {backend: envoy, privateCaArn: x} | tandem:mesh.privateCaArn       | a private CA
        tandem:role: primary            | tandem:role: first              | tandem:role                                | "first"
        tandem:costCeilingEur: 100      | tandem:costCeilingEur: a lot    | tandem:costCeilingEur                      | "a lot"
        tandem:costCeilingEur: 100      | tandem:costCeilingEur: -5       | tandem:costCeilingEur                      | "-5"
        tandem:logRetentionDays: 30     | tandem:logRetentionDays: 31     | tandem:logRetentionDays                    | 31
        tandem:deletionProtection: true | tandem:deletionProtection: yep  | tandem:deletionProtection                  | "yep"
        table: true                     | table: 1                        | tandem:services.auth.table                 | 1
        endpointAvailabilityZones: 1    | egress: nat                     | tandem:network.egress                      | "nat"
        endpointAvailabilityZones: 1    | module: terraform               | tandem:network.module                      | "terraform"
        endpointAvailabilityZones: 1    | module: awsx                    | tandem:network.module                      | "awsx"
        path: /api/persona              | rollout: {strategy: shadow}     | tandem:services.persona.rollout.strategy   | "shadow"
        criticality: critical           | rollout: {strategy: linear, stepMinutes: 1441} | tandem:services.auth.rollout.stepMinutes | 1441
        criticality: critical           | rollout: {strategy: linear, stepMinutes: 300} | tandem:services.auth.rollout | linear rollout of 2715 minutes (9 times 300, then 15): expected at most 1980, after which AWS refuses it
        criticality: critical           | rollout: {strategy: canary, hooks: {post-scale-up: check, later: check}} | tandem:services.auth.rollout.hooks.post-scale-up | "check"
        path: /api/persona              | rollout: {strategy: blue-green, percent: 5} | tandem:services.persona.rollout.percent | 5 with the strategy blue-green
        path: /api/persona              | rollout: {strategy: blue-green, stepMinutes: 10} | tandem:services.persona.rollout.stepMinutes | 10 with the strategy blue-green
        criticality: critical           | rollout: {strategy: canary}     | tandem:services.auth                       | service auth has a rollout by ECS and the callers [persona]: expected none, since ECS does not move requests of the mesh; leave rollout out and use ./tandem canary run auth
        endpointAvailabilityZones: 1    | dataSubnets: 2                  | tandem:network.dataSubnets                 | 2
        tandem:costOwner: platform      | tandem:costAction: delete       | tandem:costAction                          | "delete"
        criticality: critical           | criticality: vital              | tandem:services.auth.criticality           | "vital"
        acm:eu-central-1                | acm:us-east-1                   | tandem:certificateArn                      | "arn:aws:acm:us-east-1:111122223333:certificate/2f1c6a3e-5d4b-4c8a-9e7f-0a1b2c3d4e5f"
        """)
    void namesKeyAndWhatItFound(String part, String replacement, String key, String found) {
        // The list's line replaces the first of several equal ones elsewhere, so every occurrence is the mistake.
        assertThat(problems(Yaml.changed(STACK, part, replacement)))
                .anySatisfy(problem -> {
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem.found()).isEqualTo(found);
                    assertThat(problem.expected()).isNotBlank();
                    assertThat(problem.example()).isNotBlank();
                });
    }

    @Test
    void namesTheMemorySizesThatGoWithTheCpu() {
        Problem problem = only("criticality: critical", "cpu: 512\n      memory: 512");
        assertThat(problem).isEqualTo(new Problem("tandem:services.auth.memory", "512 with cpu 512",
                "memory in MiB that Fargate has with 512 CPU units: one of [1024, 2048, 3072, 4096]", "1024"));
        assertThat(only("criticality: critical", "cpu: 500\n      memory: 1024")).isEqualTo(new Problem(
                "tandem:services.auth.cpu", "500",
                "CPU units that Fargate has: one of [256, 512, 1024, 2048, 4096, 8192, 16384]", "512"));
    }

    @Test
    void passesOnWhatOnlyTheServiceKnows() {
        assertThat(only("criticality: critical", "cpu: 256\n      memory: 512").found())
                .startsWith("service auth: a task of 256 CPU units and 512 MiB leaves nothing for the application");
        assertThat(only("criticality: critical", "port: 8443").found())
                .startsWith("service auth has the port 8443, which Envoy's edge listener uses in the same task");
    }

    @Test
    void readsHowAServiceScalesAndWhatItHears() {
        assertThat(only("criticality: critical", "scaling: {cpu: 95}").key()).isEqualTo("tandem:services.auth.scaling.cpu");
        assertThat(only("criticality: critical", "healthCommand: [/healthcheck, now]").expected())
                .isEqualTo("a command in the image as ECS takes it, CMD or CMD-SHELL first");
        assertThat(only("criticality: critical", "subscriptions: {orders: [Placed]}").found())
                .isEqualTo("the service \"orders\"");
        assertThat(only("criticality: critical", "subscriptions: {persona: [Registered]}").found())
                .isEqualTo("service auth subscribes to events of persona, but has no queue for them: give it a queue");
    }

    @Test
    void takesHooksOfTheStacksRegionAndAccountOnly() {
        String hooks = "path: /api/persona\n      rollout: {strategy: blue-green, hooks: {post-scale-up: \"%s\"}}";
        for (String elsewhere : List.of("arn:aws:lambda:eu-west-1:111122223333:function:tandem-prod-check",
                "arn:aws:lambda:eu-central-1:444455556666:function:tandem-prod-check")) {
            assertThat(only("path: /api/persona", hooks.formatted(elsewhere))).isEqualTo(new Problem(
                    "tandem:services.persona.rollout.hooks.post-scale-up", "\"" + elsewhere + "\"",
                    "the ARN of a function of account 111122223333 in eu-central-1",
                    "arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check"));
        }
        String here = "arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check";
        assertThat(ConfigReader.read(STACK, Yaml.changed(STACK, "path: /api/persona", hooks.formatted(here)), "[]").services())
                .anySatisfy(service -> assertThat(service.rollout()).hasValueSatisfying(rollout ->
                        assertThat(rollout.hooks().get("post-scale-up").functionArn()).isEqualTo(here)));
    }

    @Test
    void guessesWhatAnUnknownKeyWasMeantToBe() {
        assertThat(only("tandem:costOwner: platform", "tandem:costOwner: platform\n  tandem:costCeilingEuro: 9").found())
                .isEqualTo("an unknown key, did you mean tandem:costCeilingEur?");
        assertThat(only("criticality: critical", "criticallity: critical").found())
                .isEqualTo("an unknown key, did you mean tandem:services.auth.criticality?");
        assertThat(only("endpointAvailabilityZones: 1", "natGateways: 1").found()).isEqualTo("an unknown key");
    }

    @Test
    void guessesWhatAnUnknownNamespaceWasMeantToBe() {
        assertThat(only("tandem:costOwner: platform", "tandem:costOwner: platform\n  tandm:costOwner: me")).isEqualTo(
                new Problem("tandm:costOwner", "an unknown namespace, did you mean tandem:costOwner?",
                        "a key of one of [aws, eu-compliance, pulumi, tandem]", "tandem:costOwner"));
    }

    @Test
    void refusesKeysOfAwsThatWouldBeIgnored() {
        assertThat(only("tandem:costOwner: platform", "tandem:costOwner: platform\n  aws:profile: me").expected())
                .startsWith("only aws:region: resources use a provider of their own");
    }

    @Test
    void leavesThePolicyPacksKeysAlone() {
        String config = Yaml.changed(STACK, "config:", "config:\n  eu-compliance:remediate: [kms-rotation]");

        assertThat(ConfigReader.read(STACK, config, "[]").region()).isEqualTo(STACK);
    }

    @Test
    void leavesTheEnginesOwnKeysAlone() {
        String config = Yaml.changed(STACK, "config:", "config:\n  pulumi:disable-default-providers: [aws]");
        assertThat(ConfigReader.read(STACK, config, "[]").region()).isEqualTo("eu-central-1");
    }

    @Test
    void neverShowsASecret() {
        String config = Yaml.changed(STACK, "usdPerEur: 1.1186", "usdPerEur: 77");
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class,
                () -> ConfigReader.read(STACK, config, "[\"tandem:exchangeRate\"]"));
        assertThat(refused.problems()).singleElement().extracting(Problem::found).isEqualTo("[secret]");
        assertThat(refused.getMessage()).doesNotContain("77");
    }

    @Test
    void saysWhenTheEngineSetSomethingElse() {
        assertThat(problems("[1, 2]")).singleElement().extracting(Problem::key).isEqualTo("PULUMI_CONFIG");
    }
}
