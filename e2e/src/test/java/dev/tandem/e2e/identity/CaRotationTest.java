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
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.requirements.Covers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A CA is replaced while two regions call each other: at no hour does one refuse the other. */
@NeedsTools(Tools.MOTO)
@Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
class CaRotationTest {

    private static final IssueRequest DUE = IssueRequest.due("schedule");

    @RegisterExtension
    static final OnMoto AWS = new OnMoto();

    private Stage stage;

    @BeforeEach
    void onStage() {
        stage = AWS.stage();
        stage.issuer(PRIMARY).run(DUE);
        stage.issuer(SECONDARY).run(DUE);
        stage.issuer(PRIMARY).run(DUE);
    }

    @Test
    void replacesKeyAndCertificateWithNoHourOfDistrust() {
        LastGoodIdentity here = stage.agent(PRIMARY, "auth");
        LastGoodIdentity there = stage.agent(SECONDARY, "persona");
        trustEachOther(here, there);
        X509Certificate before = here.current().orElseThrow().svid().certificate();
        stage.newCaKey(PRIMARY);

        for (int hour = 0; hour < 40; hour++) {
            // The agents have read before the issuers run: the worst order. The other region's issuer runs last.
            stage.issuer(PRIMARY).run(DUE);
            trustEachOther(here, there);
            stage.issuer(SECONDARY).run(DUE);
            stage.clock.pass(Duration.ofMinutes(10));
            trustEachOther(here, there);
            stage.clock.pass(Duration.ofMinutes(50));
        }

        assertThat(stage.store(PRIMARY).below(PATHS.authorities())).containsOnlyKeys(PATHS.authority(2));
        assertThat(here.current().orElseThrow().bundle().certificates()).hasSize(2);
        assertThatThrownBy(() -> new SvidVerifier(there.current().orElseThrow().bundle(), stage.clock).verify(before))
                .isInstanceOf(IdentityException.class);
        assertThat(stage.audit).anySatisfy(entry -> {
            assertThat(entry.event()).isEqualTo("ca-created");
            assertThat(entry.reason()).contains("the key is another one than generation 1 has");
        });
    }

    @Test
    void rotatesByHandOnceAndSaysWhenTheNewOneSigns() {
        IssueReport first = stage.issuer(PRIMARY).run(IssueRequest.rotate("alice"));
        IssueReport second = stage.issuer(PRIMARY).run(IssueRequest.rotate("bob"));

        assertThat(first.ca()).containsExactly("CA generation 2 was made (asked for); it signs from 2026-11-26T14:00:00Z");
        assertThat(second.ca()).containsExactly(
                "CA generation 2 is announced already, by alice, and signs from 2026-11-26T14:00:00Z: no other was made");
        assertThat(second.services().values()).noneMatch(IssueReport.Outcome::issued);
        stage.clock.pass(Duration.ofHours(2));
        assertThat(stage.issuer(PRIMARY).run(DUE).services().get("auth").reason()).isEqualTo("the CA is now generation 2");
    }

    @Test
    void endsTheOverlapByHandOnlyOnceTheNewCaSigns() {
        X509Certificate stolen = stage.agent(PRIMARY, "auth").poll().orElseThrow().svid().certificate();
        stage.issuer(PRIMARY).run(IssueRequest.rotate("alice"));
        assertThatThrownBy(() -> stage.issuer(PRIMARY).run(IssueRequest.retire("alice")))
                .hasMessageContaining("the old CAs stay: generation 2 signs from 2026-11-26T14:00:00Z, expected that it signs already");

        stage.clock.pass(Duration.ofHours(2));
        stage.issuer(SECONDARY).run(DUE);
        IssueReport report = stage.issuer(PRIMARY).run(IssueRequest.retire("alice"));
        stage.issuer(SECONDARY).run(DUE);

        assertThat(report.ca()).containsExactly("CA generation 1 is trusted no more (asked for)");
        for (String region : List.of(PRIMARY, SECONDARY)) {
            Identity persona = stage.agent(region, "persona").poll().orElseThrow();
            assertThatThrownBy(() -> new SvidVerifier(persona.bundle(), stage.clock).verify(stolen))
                    .as(region)
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("was issued by");
        }
    }

    @Test
    void replacesACaAtHalfOfItsLifeWithoutPeople() {
        stage.clock.pass(Duration.ofDays(90));

        assertThat(stage.issuer(PRIMARY).run(DUE).ca()).singleElement().asString().contains("CA generation 2 was made", "past half of its life");
    }

    private void trustEachOther(LastGoodIdentity a, LastGoodIdentity b) {
        a.poll();
        b.poll();
        assertThat(a.problem()).isEmpty();
        assertThat(b.problem()).isEmpty();
        Identity one = a.current().orElseThrow();
        Identity other = b.current().orElseThrow();
        new SvidVerifier(one.bundle(), stage.clock).verify(other.svid().certificate(), other.id());
        new SvidVerifier(other.bundle(), stage.clock).verify(one.svid().certificate(), one.id());
    }
}
