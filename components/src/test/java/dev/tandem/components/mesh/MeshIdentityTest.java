package dev.tandem.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.iam.Effect;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers(value = "R2.2", evidence = Covers.Evidence.DESIGNED)
class MeshIdentityTest {

    private static final IdentityNames NAMES = new IdentityNames("tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT);
    private static final MeshIdentityPlan PLAN = MeshIdentityPlan.of(NAMES, args("prod.example.com", List.of("a")), FoundationFixture.BOUNDARY,
            "arn:aws:sns:" + NAMES.region() + ":" + NAMES.accountId() + ":tandem-prod-alarms");

    @Test
    void isWhatTheGoldenFilesSay() {
        Golden.assertMatches("mesh-identity-plan.json", PLAN);
        Golden.assertJsonMatches("mesh-identity-ca-key-policy.json", PLAN.caKeyPolicy());
        Golden.assertJsonMatches("mesh-identity-issue.json", PLAN.role().policies().get("issue").toJson());
        Golden.assertJsonMatches("mesh-identity-queue-policy.json", PLAN.queuePolicy());
    }

    @Test
    void onlyTheIssuersRoleSigns() {
        assertThat(PLAN.caKeyPolicy()).containsOnlyOnce("kms:Sign\"").doesNotContain("kms:*", "kms:CreateGrant");
        assertThat(PLAN.role().policies().get("issue").statements())
                .filteredOn(statement -> statement.actions().contains("kms:Sign"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.conditions()).isNotEmpty());
    }

    @Test
    void aTaskReadsItsOwnIdentityAndNoOther() {
        List<Statement> statements = IdentityAccess.ofTask(NAMES, "auth");

        assertThat(statements).filteredOn(statement -> statement.effect() == Effect.ALLOW)
                .flatMap(Statement::resources)
                .containsExactly(
                        "arn:aws:ssm:eu-central-1:111122223333:parameter/tandem/prod/mesh/bundle",
                        "arn:aws:ssm:eu-central-1:111122223333:parameter/tandem/prod/mesh/identity/auth",
                        "arn:aws:kms:eu-central-1:111122223333:key/*");
        assertThat(statements.get(1).conditions()).anySatisfy(condition -> {
            assertThat(condition.key()).isEqualTo("kms:EncryptionContext:PARAMETER_ARN");
            assertThat(condition.values()).containsExactly("arn:aws:ssm:eu-central-1:111122223333:parameter/tandem/prod/mesh/identity/auth");
        });
        assertThat(statements).filteredOn(statement -> statement.effect() == Effect.DENY)
                .flatMap(Statement::actions)
                .containsExactly("ssm:GetParameterHistory", "ssm:GetParametersByPath");
    }

    @Test
    void declaresKeyIssuerScheduleAndAlarmsUnderItself() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", context -> new MeshIdentity("mesh-identity",
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), args("prod.example.com", List.of("a", "b")),
                ComponentResourceOptions.builder().build()));

        assertThat(deployment.ofType("aws:kms/key:Key")).hasSize(2)
                .allSatisfy(key -> assertThat(key.text("customerMasterKeySpec")).isEqualTo("ECC_NIST_P256"))
                .allSatisfy(key -> assertThat(key.text("keyUsage")).isEqualTo("SIGN_VERIFY"));
        assertThat(deployment.get("aws:lambda/function:Function", "mesh-identity-issuer").text("environment"))
                .contains("TANDEM_CA_KEY=alias/tandem-prod-mesh-ca-b", "TANDEM_TRUST_DOMAIN=prod.example.com");
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "mesh-identity-alarm-age").text("threshold"))
                .isEqualTo(Double.toString(14 * 3600));
        assertThat(deployment.custom()).allSatisfy(made -> assertThat(made.typeChain().get(0)).isEqualTo(MeshIdentity.TYPE));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> args("Prod", List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("trustDomain", "Prod", "a lower-case DNS name of two labels or more", "caKeys", "two different ones");
    }

    private static MeshIdentityArgs args(String trustDomain, List<String> keys) {
        return new MeshIdentityArgs(trustDomain, "eu-west-1", List.of("persona", "auth"),
                ImageRef.parse("tandem/prod/mesh-issuer:0.1.0"), keys, 30);
    }
}
