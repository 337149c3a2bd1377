package dev.tandem.e2e.identity;

import static dev.tandem.e2e.identity.Stage.DOMAIN;
import static dev.tandem.e2e.identity.Stage.PATHS;
import static dev.tandem.e2e.identity.Stage.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.aws.MotoUsers;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.mesh.identity.issue.IssueRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Somebody who is not the issuer: the message says which action was refused, on what, and who should have asked. */
@NeedsTools(Tools.MOTO)
class DeniedTest {

    private static final String ROLE = "the caller is the role tandem-prod-mesh-issuer-eu-central-1";

    @RegisterExtension
    static final OnMoto AWS = new OnMoto();

    private Stage stage;

    @BeforeEach
    void onStage() {
        stage = AWS.stage();
    }

    @Test
    void saysWhoMaySign() {
        AwsCredentials caller = MotoUsers.allowed(AWS.moto(), "reader", "ssm:*", "kms:GetPublicKey");
        AWS.moto().enforceIam();

        assertThatThrownBy(() -> stage.issuer(PRIMARY, DOMAIN, caller).run(IssueRequest.due("reader")))
                .isInstanceOf(IdentityException.class)
                .hasMessageStartingWith("access denied: kms:Sign on ")
                .hasMessageContainingAll(ROLE, "its policy and the key's policy allow kms:Sign there", "aws sts get-caller-identity");
    }

    @Test
    void saysWhoMayWriteAndLeavesWhatThereIs() {
        stage.issuer(PRIMARY).run(IssueRequest.due("schedule"));
        String before = stage.store(PRIMARY).get(PATHS.svid("auth")).orElseThrow();
        AwsCredentials caller = MotoUsers.allowed(AWS.moto(), "signer", "ssm:Get*", "kms:*");
        AWS.moto().enforceIam();

        IssueReport report = stage.issuer(PRIMARY, DOMAIN, caller).run(IssueRequest.of("signer", "auth"));

        assertThat(report.failures()).containsOnlyKeys("auth");
        assertThat(report.failures().get("auth"))
                .startsWith("access denied: ssm:PutParameter on /tandem/prod/mesh/identity/auth was refused (AWS said: ")
                .contains(ROLE, "its policy allows ssm:PutParameter there");
        assertThat(stage.store(PRIMARY, caller).get(PATHS.svid("auth"))).contains(before);
    }

    @Test
    void saysWhoMayRead() {
        AwsCredentials caller = MotoUsers.allowed(AWS.moto(), "nobody", "kms:*");
        AWS.moto().enforceIam();

        assertThatThrownBy(() -> stage.issuer(PRIMARY, DOMAIN, caller).run(IssueRequest.due("nobody")))
                .hasMessageContainingAll("access denied: ssm:GetParametersByPath on /tandem/prod/mesh/ca was refused", ROLE);
    }
}
