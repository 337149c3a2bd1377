package dev.tandem.e2e.identity;

import static dev.tandem.e2e.identity.Stage.PATHS;
import static dev.tandem.e2e.identity.Stage.PRIMARY;
import static dev.tandem.e2e.identity.Stage.SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.LastGoodIdentity;
import dev.tandem.mesh.identity.SvidVerifier;
import dev.tandem.mesh.identity.TrustDomain;
import dev.tandem.mesh.identity.issue.AuditRecord;
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.requirements.Covers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

@NeedsTools(Tools.MOTO)
@Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
class IssuerTest {

    private static final IssueRequest DUE = IssueRequest.due("schedule");

    @RegisterExtension
    static final OnMoto AWS = new OnMoto();

    private Stage stage;

    @BeforeEach
    void onStage() {
        stage = AWS.stage();
    }

    @Test
    void givesEveryServiceAnIdentityThatItsAgentTakes() {
        IssueReport report = stage.issuer(PRIMARY).run(DUE);

        assertThat(report.failures()).isEmpty();
        assertThat(report.services()).hasSize(2).allSatisfy((service, outcome) -> assertThat(outcome.issued()).isTrue());
        Identity auth = stage.agent(PRIMARY, "auth").poll().orElseThrow();
        assertThat(auth.id()).hasToString("spiffe://prod.example.com/ns/prod/svc/auth");
        assertThat(auth.svid().notAfter()).isEqualTo(stage.clock.instant().plus(Duration.ofHours(24)));
        Parameter stored = stage.ssm(PRIMARY).getParameter(p -> p.name(PATHS.svid("auth"))).parameter();
        assertThat(stored.type()).isEqualTo(ParameterType.SECURE_STRING);
        // The simulator does not encrypt, but names the key it was told to encrypt with.
        assertThat(stored.value()).startsWith("kms:" + Stage.DATA_ALIAS + ":");
        assertThat(stage.store(PRIMARY).get(PATHS.bundle()).orElseThrow()).doesNotContain("PRIVATE KEY");
        assertThat(stage.audit).extracting(AuditRecord::event).containsExactly("ca-created", "identity-issued", "identity-issued");
        assertThat(stage.audit.get(1)).satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("schedule");
            assertThat(entry.serial()).isEqualTo(auth.svid().certificate().getSerialNumber().toString(16));
            assertThat(entry.spiffeId()).isEqualTo(auth.id().toString());
            assertThat(entry.notAfter()).isEqualTo(auth.svid().notAfter());
        });
    }

    @Test
    void renewsAtHalfOfTheLifeAndNotBefore() {
        stage.issuer(PRIMARY).run(DUE);
        LastGoodIdentity agent = stage.agent(PRIMARY, "auth");
        X509Certificate first = agent.poll().orElseThrow().svid().certificate();

        stage.clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(stage.issuer(PRIMARY).run(DUE).services().get("auth").reason()).isEqualTo("not due before 2026-11-27T00:00:00Z");
        assertThat(agent.poll()).isEmpty();

        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(stage.issuer(PRIMARY).run(DUE).services().get("auth").reason()).contains("past half of its life");
        assertThat(agent.poll().orElseThrow().svid().certificate()).isNotEqualTo(first);
    }

    @Test
    void issuesByHandOnlyWhatIsNamedAndOnlyWhatTheStackHas() {
        stage.issuer(PRIMARY).run(DUE);

        IssueReport report = stage.issuer(PRIMARY).run(IssueRequest.of("alice", "auth"));

        assertThat(report.services().get("auth").issued()).isTrue();
        assertThat(report.services().get("persona").issued()).isFalse();
        assertThatThrownBy(() -> stage.issuer(PRIMARY).run(IssueRequest.of("alice", "auht")))
                .isInstanceOf(IdentityException.class)
                .hasMessageContainingAll("service \"auht\" is not in the stack of prod in eu-central-1", "[auth, persona]", "did you mean auth?");
    }

    @Test
    void makesOneCaAndWholeIdentitiesWhenTwoRunAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<IssueReport>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> stage.issuer(PRIMARY).run(IssueRequest.of("alice", "auth", "persona"))));
            }
            for (Future<IssueReport> run : runs) {
                assertThat(run.get(60, TimeUnit.SECONDS).failures()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(stage.store(PRIMARY).below(PATHS.authorities())).hasSize(1);
        assertThat(stage.agent(PRIMARY, "auth").poll()).isPresent();
        assertThat(stage.agent(PRIMARY, "persona").poll()).isPresent();
        assertThat(stage.audit.stream().filter(entry -> entry.event().equals("ca-created"))).hasSize(1);
    }

    @Test
    void trustsTheOtherRegionAndKeepsItsCasWhenItIsAway() {
        stage.issuer(SECONDARY).run(DUE);
        stage.issuer(PRIMARY).run(DUE);
        X509Certificate remote = stage.agent(SECONDARY, "auth").poll().orElseThrow().svid().certificate();
        LastGoodIdentity here = stage.agent(PRIMARY, "persona");
        new SvidVerifier(here.poll().orElseThrow().bundle(), stage.clock).verify(remote);

        // Garbage where the other region's CA is: as good as away.
        stage.store(SECONDARY).put(PATHS.authority(1), "{}");
        IssueReport report = stage.issuer(PRIMARY).run(DUE);

        assertThat(report.failures()).isEmpty();
        assertThat(report.notices()).singleElement().asString().contains("the CAs of eu-west-1 could not be read, those known are kept");
        assertThat(here.poll()).isEmpty();
        new SvidVerifier(here.current().orElseThrow().bundle(), stage.clock).verify(remote);
    }

    @Test
    void refusesAnotherTrustDomainWhileServicesLive() {
        stage.issuer(PRIMARY).run(DUE);
        var issuer = stage.issuer(PRIMARY, new TrustDomain("other.example.com"),
                AwsBasicCredentials.create("test", "test"));

        assertThatThrownBy(() -> issuer.run(DUE))
                .isInstanceOf(IdentityException.class)
                .hasMessageContainingAll("[spiffe://prod.example.com]", "expected exactly [spiffe://other.example.com]",
                        "is not changed in place: migrate as docs/mesh-identity.md says");
        assertThat(stage.agent(PRIMARY, "auth").poll()).isPresent();
    }

    @Test
    void keepsTheLastGoodIdentityWhateverTheParametersHold() {
        stage.issuer(PRIMARY).run(DUE);
        LastGoodIdentity agent = stage.agent(PRIMARY, "auth");
        Identity good = agent.poll().orElseThrow();

        stage.store(PRIMARY).putSecret(PATHS.svid("auth"), stage.store(PRIMARY).get(PATHS.svid("persona")).orElseThrow());
        assertThat(agent.poll()).isEmpty();
        assertThat(agent.problem().orElseThrow()).contains("parameter /tandem/prod/mesh/identity/auth must not be used",
                "is for spiffe://prod.example.com/ns/prod/svc/persona, expected spiffe://prod.example.com/ns/prod/svc/auth");
        stage.store(PRIMARY).putSecret(PATHS.svid("auth"), "garbage");
        assertThat(agent.poll()).isEmpty();
        stage.store(PRIMARY).delete(PATHS.svid("auth"));
        assertThat(agent.poll()).isEmpty();
        assertThat(agent.problem().orElseThrow()).contains("does not exist", "when invoked for auth, see docs/mesh-identity.md");
        assertThat(agent.current()).contains(good);

        assertThat(stage.issuer(PRIMARY).run(DUE).services().get("auth").reason()).isEqualTo("it has none");
        assertThat(agent.poll()).isPresent();
        assertThat(agent.problem()).isEmpty();
    }
}
