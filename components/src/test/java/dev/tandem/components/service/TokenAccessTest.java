package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.iam.evaluation.Things;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reads which keys of tokens: the signer both of its own, a verifier the public ones, nobody else any. */
@Covers("R8.2")
class TokenAccessTest {

    private static final String REGION = "eu-central-1";
    private static final Evaluator IAM = new Evaluator(
            PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of(REGION, "eu-west-1")));
    private static final RolePlan SIGNER = ServiceFixtures.plan(ServiceFixtures.auth()).taskRole();
    private static final RolePlan VERIFIER = ServiceFixtures.plan(ServiceFixtures.persona()).taskRole();
    private static final RolePlan OTHER = ServiceFixtures.plan(ServiceFixtures.minimal("orders").build()).taskRole();

    private static List<String> may(RolePlan role, String kind, String service) {
        return Things.CALLS.get(kind).stream().filter(call -> IAM.allows(role, Things.request(call, kind, service, REGION))).toList();
    }

    @Test
    void theSignerReadsItsOwnKeysAndWritesNone() {
        assertThat(may(SIGNER, "signing keys", "auth")).containsExactly("ssm:GetParameter");
        assertThat(may(SIGNER, "public keys", "auth")).containsExactly("ssm:GetParameter");
        assertThat(may(SIGNER, "signing keys", "persona")).isEmpty();
        assertThat(may(SIGNER, "public keys", "persona")).isEmpty();
    }

    @Test
    void aVerifierReadsPublicKeysOnlyAndOnlyOfThoseItNamed() {
        assertThat(may(VERIFIER, "public keys", "auth")).containsExactly("ssm:GetParameter");
        assertThat(may(VERIFIER, "signing keys", "auth")).isEmpty();
        assertThat(may(VERIFIER, "public keys", "orders")).isEmpty();
    }

    @Test
    void whoNeitherSignsNorVerifiesReadsNothing() {
        for (String kind : List.of("signing keys", "public keys")) {
            assertThat(may(OTHER, kind, "auth")).as(kind).isEmpty();
        }
    }

    @Test
    void theKeyOpensNoOtherParameterThanTheOwnKeys() {
        Request decrypt = Request.of("kms:Decrypt", "arn:aws:kms:" + REGION + ":" + FoundationFixture.ACCOUNT + ":key/5d3c9a1e")
                .with("kms:ResourceAliases", "alias/tandem-prod").with("kms:ViaService", "ssm." + REGION + ".amazonaws.com");
        String parameters = "arn:aws:ssm:" + REGION + ":" + FoundationFixture.ACCOUNT + ":parameter/tandem/prod/";
        Request own = decrypt.with("kms:EncryptionContext:PARAMETER_ARN", parameters + "auth/signing-keys");
        assertThat(IAM.allows(SIGNER, own)).isTrue();
        assertThat(IAM.allows(VERIFIER, own)).isFalse();
        assertThat(IAM.allows(SIGNER, decrypt.with("kms:EncryptionContext:PARAMETER_ARN", parameters + "orders/signing-keys"))).isFalse();
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThatThrownBy(() -> TokenKeys.of("Auth")).hasMessageContaining("token-signing service name \"Auth\"");
    }
}
