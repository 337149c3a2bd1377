package dev.tandem.e2e.identity;

import static dev.tandem.e2e.identity.Stage.PRIMARY;
import static dev.tandem.e2e.identity.Stage.SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.Pem;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we issue with a KMS-held key, judged by somebody else's code: OpenSSL. */
@NeedsTools(Tools.MOTO)
@Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
class OpensslTest {

    @TempDir
    static Path directory;

    private static Instant at;

    @BeforeAll
    static void issue() throws IOException {
        boolean there = List.of(System.getenv("PATH").split(":")).stream().anyMatch(path -> Files.isExecutable(Path.of(path, "openssl")));
        if (!there) {
            Assumptions.abort("no openssl on PATH");
        }
        try (Moto moto = Moto.start()) {
            Stage stage = new Stage(moto);
            stage.issuer(SECONDARY).run(IssueRequest.due("test"));
            stage.issuer(PRIMARY).run(IssueRequest.due("test"));
            Identity auth = stage.agent(PRIMARY, "auth").poll().orElseThrow();
            Files.writeString(directory.resolve("bundle.pem"), auth.bundle().toPem());
            Files.writeString(directory.resolve("auth.pem"), Pem.certificate(auth.svid().certificate()));
            at = stage.clock.instant();
        }
    }

    @Test
    void acceptsTheLeafForServersAndForClients() {
        for (String purpose : List.of("sslserver", "sslclient")) {
            assertThat(verify(purpose, at).succeeded().out()).contains("auth.pem: OK");
        }
    }

    @Test
    void refusesItOnceItHasEnded() {
        Run.Finished finished = verify("sslclient", at.plusSeconds(24 * 3600 + 1));

        assertThat(finished.exit()).isNotZero();
        assertThat(finished.text()).contains("certificate has expired");
    }

    @Test
    void readsTheExtensionsAsMeant() {
        String text = Run.in(directory, "openssl", "x509", "-in", "auth.pem", "-noout", "-text").succeeded().out();

        assertThat(text.replaceAll("\\s+", " ")).contains(
                "Subject Alternative Name: critical URI:spiffe://prod.example.com/ns/prod/svc/auth",
                "Key Usage: critical Digital Signature X509v3",
                "Basic Constraints: critical CA:FALSE",
                "TLS Web Server Authentication, TLS Web Client Authentication",
                "ASN1 OID: prime256v1",
                "Signature Algorithm: ecdsa-with-SHA256");
        String ca = Run.in(directory, "openssl", "x509", "-in", "bundle.pem", "-noout", "-text").succeeded().out();
        assertThat(ca.replaceAll("\\s+", " ")).contains(
                "Name Constraints: critical Permitted: URI:prod.example.com",
                "CA:TRUE, pathlen:0",
                "URI:spiffe://prod.example.com ");
    }

    private static Run.Finished verify(String purpose, Instant time) {
        return Run.in(directory, "openssl", "verify", "-x509_strict", "-purpose", purpose,
                "-attime", Long.toString(time.getEpochSecond()), "-CAfile", "bundle.pem", "auth.pem");
    }
}
