package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.iam.evaluation.Things;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trials beside production: what they are made of, what is declared, and that no side has a right on the other's things. */
class StagingTest {

    private static final String REGION = "eu-central-1";
    private static final String BOUNDARY =
            "arn:aws:iam::" + FoundationFixture.ACCOUNT + ":policy/tandem-prod-staging-boundary-" + REGION;
    private static final Staging STAGING = new Staging("stg.api.tandem.example", BOUNDARY, true);
    private static final List<MeshServiceArgs> PRODUCTION = List.of(ServiceFixtures.auth(), ServiceFixtures.persona());
    private static final List<MeshServiceArgs> TRIALS = StagingPlan.of(PRODUCTION, STAGING, Map.of(
            "auth", ImageRef.parse("tandem/prod/auth:2.0.0"), "persona", ImageRef.parse("tandem/prod/persona:2.0.0")), Map.of());
    private static final List<String> NAMES = List.of("auth-stg", "persona-stg");

    private static RecordedDeployment deployment;

    @BeforeAll
    static void declare() {
        deployment = declared(TRIALS, Optional.empty());
    }

    private static RecordedDeployment declared(List<MeshServiceArgs> trials, Optional<Output<String>> zone) {
        return RecordedDeployment.of(REGION, ctx -> ServiceMesh.create(
                FoundationFixture.in(REGION, "10.20.0.0/16"), MeshSettings.of("prod.tandem.internal"),
                Stream.concat(PRODUCTION.stream(), trials.stream()).toList(), zone,
                ComponentResourceOptions.builder()
                        .providers(new Provider("region", ProviderArgs.builder().region(REGION).build())).build()));
    }

    @Test
    @Covers(value = "R6.2", evidence = Covers.Evidence.DESIGNED)
    void theHostHasARecordInTheZoneThatTheStackKnows() {
        Map<String, Object> record = declared(TRIALS, Optional.of(Output.of("ZPUBLIC")))
                .get("aws:route53/record:Record", "staging-record").inputs();
        assertThat(record).containsEntry("name", "stg.api.tandem.example").containsEntry("type", "A").containsEntry("zoneId", "ZPUBLIC")
                .as("beside one of the other region").containsEntry("setIdentifier", REGION);
        assertThat(record.get("aliases").toString()).contains("alb.eu-central-1.example.com", "ZALBce", "evaluateTargetHealth=true");
        assertThat(deployment.ofType("aws:route53/record:Record")).as("without a zone").isEmpty();
    }

    @Test
    void aCertificateOfItsOwnComesAndGoesWithTheTrials() {
        assertThat(deployment.ofType("aws:lb/listenerCertificate:ListenerCertificate")).as("production's covers the host").isEmpty();
        Staging proven = new Staging(STAGING.host(), BOUNDARY, true, Optional.of("ZADOPTED"));
        RecordedDeployment made = declared(StagingPlan.of(PRODUCTION, proven,
                Map.of("auth", ImageRef.parse("tandem/prod/auth:2.0.0")), Map.of()), Optional.of(Output.of("ZADOPTED")));
        RecordedDeployment.Registration certificate = made.get("aws:acm/certificate:Certificate", "staging-certificate");
        assertThat(certificate.inputs()).containsEntry("domainName", "stg.api.tandem.example").containsEntry("validationMethod", "DNS");
        assertThat(certificate.typeChain()).as("what the pipeline deploys for a trial").contains("tandem:service:StagingGround");
    }

    @Test
    void aTrialIsOneTaskOnSpotWithDataOfItsOwnAndCalledByTrialsOnly() {
        assertThat(TRIALS).extracting(MeshServiceArgs::name).isEqualTo(NAMES);
        assertThat(TRIALS).allSatisfy(trial -> {
            assertThat(trial.criticality()).isEqualTo(Criticality.STANDARD);
            assertThat(List.of(trial.minTasks(), trial.maxTasks())).containsExactly(1, 1);
            assertThat(trial.daytimeFloor()).isEmpty();
            assertThat(trial.peerCidr()).as("no way to the other region").isEmpty();
            assertThat(trial.tableHome()).isEqualTo(TableHome.here());
            assertThat(trial.dataProtected()).isFalse();
            assertThat(trial.image().toString()).contains("2.0.0");
        });
        assertThat(TRIALS.get(0).callers()).containsExactly("persona-stg");
        assertThat(StagingPlan.of(PRODUCTION, STAGING, Map.of("auth", ImageRef.parse("tandem/prod/auth:2.0.0")), Map.of()).get(0).callers())
                .as("production does not call a trial").isEmpty();
    }

    @Test
    void refusesWhatIsNoServiceAndNamesThatWouldBeTakenForTrials() {
        ImageRef image = ImageRef.parse("tandem/prod/cart:1.0.0");
        assertThatThrownBy(() -> StagingPlan.of(PRODUCTION, STAGING, Map.of("cart", image), Map.of()))
                .hasMessage("staging tries out \"cart\": expected one of the region's services [auth, persona]");
        assertThatThrownBy(() -> StagingPlan.of(TRIALS, STAGING, Map.of(), Map.of()))
                .hasMessageContaining("service auth-stg ends with \"-stg\", which names trials in staging");
        assertThatThrownBy(() -> new Staging("stg", BOUNDARY, true)).hasMessageContaining("staging has the host \"stg\"");
        assertThatThrownBy(() -> new Staging("stg.api.example.com", "none", true)).hasMessageContaining("the boundary \"none\"");
    }

    @Test
    void theHostDecidesBeforeThePathAndLeadsToNoServiceInProduction() {
        Map<String, Object> trial = deployment.get("aws:lb/listenerRule:ListenerRule", "auth-stg-path").inputs();
        Map<String, Object> guard = deployment.get("aws:lb/listenerRule:ListenerRule", "staging-no-other-path").inputs();
        Map<String, Object> production = deployment.get("aws:lb/listenerRule:ListenerRule", "auth-path").inputs();
        assertThat(trial.get("conditions").toString()).contains("stg.api.tandem.example", "/api/auth");
        assertThat(production.get("conditions").toString()).contains("/api/auth").doesNotContain("stg.");
        assertThat(guard.get("conditions").toString()).contains("stg.api.tandem.example").doesNotContain("/api");
        assertThat(guard.get("actions").toString()).contains("fixed-response", "404");
        assertThat(priority(trial)).isLessThan(priority(guard));
        assertThat(priority(guard)).isLessThan(priority(production));
    }

    private static double priority(Map<String, Object> rule) {
        return ((Number) rule.get("priority")).doubleValue();
    }

    @Test
    @Covers("R8.2")
    void rolesOfTrialsStandUnderABoundaryOfTheirOwn() {
        assertThat(deployment.ofType("aws:iam/role:Role")).hasSizeGreaterThanOrEqualTo(8).allSatisfy(role ->
                assertThat(role.inputs().get("permissionsBoundary")).as(role.name())
                        .isEqualTo(role.name().contains("-stg-") ? BOUNDARY : FoundationFixture.BOUNDARY));
        assertThat(deployment.get("aws:iam/policy:Policy", "staging-boundary").inputs())
                .containsEntry("name", "tandem-prod-staging-boundary-" + REGION);
        assertThat(boundary().toJson().replaceAll("\\s", "").length()).as("size of a managed policy").isLessThanOrEqualTo(6144);
    }

    @Test
    @Covers({"R8.2", "R9.1"})
    void noSideMayDoAnythingWithTheOthersThingsButPullProductionsImage() {
        Evaluator trials = new Evaluator(boundary());
        for (MeshServiceArgs trial : TRIALS) {
            String production = Staging.production(trial.name()).orElseThrow();
            MeshServicePlan plan = plan(trial);
            assertThat(allowed(trials, plan.taskRole(), production)).as("task of %s in production", trial.name()).isEmpty();
            assertThat(allowed(trials, plan.executionRole(), production)).as("execution of %s in production", trial.name())
                    .isEqualTo(Map.of("image", List.of("ecr:BatchGetImage")));
            assertThat(allowed(trials, plan.taskRole(), trial.name())).as("task of %s with its own", trial.name())
                    .containsEntry("secret", List.of("secretsmanager:GetSecretValue")).containsKeys("table", "identity");
        }
        Evaluator usual = new Evaluator(PermissionsBoundary.of(
                "tandem", FoundationFixture.ACCOUNT, List.of(REGION)));
        for (MeshServiceArgs service : PRODUCTION) {
            for (String trial : NAMES) {
                assertThat(allowed(usual, plan(service).taskRole(), trial)).as("task of %s with %s", service.name(), trial).isEmpty();
            }
        }
    }

    /** The boundary alone already keeps trials away, whatever is attached to their roles. */
    @Test
    @Covers("R8.2")
    void theBoundaryAloneKeepsTrialsFromProductionsData() {
        Evaluator trials = new Evaluator(boundary());
        assertThat(allowed(trials, plan(ServiceFixtures.auth()).taskRole(), "auth"))
                .as("production's own role under staging's boundary").isEqualTo(Map.of("public keys", List.of("ssm:GetParameter")));
    }

    @Test
    @Covers("R8.2")
    void aTrialVerifiesTokensOfProductionAndReadsNoKeyThatSigns() {
        MeshServiceArgs auth = signing();
        MeshServiceArgs trial = StagingPlan.of(List.of(auth), STAGING, Map.of("auth", ImageRef.parse("tandem/prod/auth:2.0.0")), Map.of()).get(0);
        assertThat(trial.tokens()).isEqualTo(TokenKeys.of("auth"));
        assertThat(allowed(new Evaluator(boundary()), plan(trial).taskRole(), "auth"))
                .isEqualTo(Map.of("public keys", List.of("ssm:GetParameter")));
    }

    /** The pipeline gives a trial's canary shares of the trial's traffic, as it does in production. */
    @Test
    @Covers(value = "R6.2", evidence = Covers.Evidence.DESIGNED)
    void aTrialMayHaveACanaryOfOneTask() {
        ImageRef now = ImageRef.parse("tandem/prod/auth:1.0.0");
        ImageRef next = ImageRef.parse("tandem/prod/auth:2.0.0");
        MeshServiceArgs trial = StagingPlan.of(List.of(signing()), STAGING, Map.of("auth", now), Map.of("auth", next)).get(0);
        assertThat(trial.image()).isEqualTo(now);
        assertThat(plan(trial).canary()).hasValueSatisfying(canary -> {
            assertThat(canary.name()).isEqualTo("auth-stg-canary");
            assertThat(canary.containers().toString()).contains("tandem/prod/auth:2.0.0").doesNotContain("tandem/prod/auth:1.0.0");
            assertThat(canary.scaling().minTasks()).isEqualTo(1);
        });
    }

    private static MeshServiceArgs signing() {
        return MeshServiceArgs.builder("auth").team("accounts").image("tandem/prod/auth:1.0.0")
                .sidecarImages("tandem/prod/envoy:1.40.0", "tandem/prod/collector:0.45.1")
                .tokens(TokenKeys.rotatedBy(ImageRef.parse("tandem/prod/auth-keys:1.0.0")).verifying(List.of("auth"))).build();
    }

    /** Subscribers believe the source: a trial sends under its own name only, whatever is attached to its role. */
    @Test
    @Covers("R8.2")
    void aTrialSendsNoEventsInProductionsName() {
        RolePlan role = plan(TRIALS.get(0)).taskRole();
        RolePlan much = new RolePlan(role.name(), "a trial that was given too much", role.trust(), Map.of("more", PolicyDocument.identity(
                Statement.allow("Send").actions("events:PutEvents").resources("arn:aws:*").build())), role.permissionsBoundaryArn(), Map.of());
        Evaluator trials = new Evaluator(boundary());
        String bus = names("auth-stg").arn("events", "event-bus/tandem-prod");
        assertThat(trials.allows(much, Request.of("events:PutEvents", bus).with("events:source", "tandem.auth-stg"))).isTrue();
        assertThat(trials.allows(much, Request.of("events:PutEvents", bus).with("events:source", "tandem.auth"))).isFalse();
    }

    private static PolicyDocument boundary() {
        return StagingBoundary.of(names("auth-stg"), NAMES);
    }

    private static ServiceNames names(String service) {
        return new ServiceNames(service, "tandem", "prod", REGION, FoundationFixture.ACCOUNT);
    }

    private static MeshServicePlan plan(MeshServiceArgs args) {
        EdgeRoutes routes = EdgeRoutes.of(args.path().map(path -> Map.of(args.name(), path)).orElse(Map.of()),
                args.staging().map(staging -> Map.of(args.name(), staging.host())).orElse(Map.of()));
        return MeshServicePlan.of(names(args.name()), args, routes, FoundationFixture.BOUNDARY);
    }

    private static Map<String, List<String>> allowed(Evaluator iam, RolePlan role, String service) {
        Map<String, List<String>> allowed = new TreeMap<>();
        Things.CALLS.forEach((kind, calls) -> {
            List<String> may = new ArrayList<>(calls);
            may.removeIf(call -> !iam.allows(role, Things.request(call, kind, service, REGION)));
            if (!may.isEmpty()) {
                allowed.put(kind, may);
            }
        });
        return allowed;
    }
}
