package dev.tandem.components.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.testing.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyPolicyTest {

    private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/tandem-prod";
    private static final PolicyDocument POLICY = KeyPolicy.of("eu-west-1", "111122223333", Optional.of(TRAIL), Optional.empty());

    @Test
    void isWhatTheGoldenFileSays() {
        Golden.assertJsonMatches("key-policy-eu-west-1.json", POLICY.toJson());
        Golden.assertJsonMatches("key-policy-eu-central-1.json",
                KeyPolicy.of("eu-central-1", "111122223333", Optional.empty(), Optional.empty()).toJson());
    }

    @Test
    void administratorsCannotUseTheKey() {
        assertThat(statement("Administration").actions())
                .contains("kms:PutKeyPolicy")
                .doesNotContain("kms:Decrypt", "kms:Encrypt", "kms:CreateGrant")
                .noneMatch(action -> action.contains("*"));
    }

    @Test
    void nobodyUsesTheKeyWithoutACondition() {
        List<Statement> unconditional = POLICY.statements().stream()
                .filter(statement -> statement.conditions().isEmpty())
                .toList();
        assertThat(unconditional).extracting(Statement::sid).containsExactly("Administration");
    }

    @Test
    void onlyARegionThatHasTheTrailLetsItEncrypt() {
        assertThat(statement("TrailEncrypt").conditions()).anySatisfy(condition -> {
            assertThat(condition.key()).isEqualTo("aws:SourceArn");
            assertThat(condition.values()).containsExactly(TRAIL);
        });
        assertThat(KeyPolicy.of("eu-central-1", "111122223333", Optional.empty(), Optional.empty()).toJson()).doesNotContain("cloudtrail");
    }

    @Test
    void bothEndsOfADebugSessionGetItsDataKeyWhereThereMayBeAny() {
        PolicyDocument debugged = KeyPolicy.of("eu-west-1", "111122223333", Optional.of(TRAIL), Optional.of("tandem-prod"));
        assertThat(debugged.statements()).containsAll(POLICY.statements()).hasSize(POLICY.statements().size() + 1);
        Statement sessions = debugged.statements().stream().filter(s -> s.sid().equals("DebugSessions")).findFirst().orElseThrow();
        assertThat(sessions.actions()).containsExactly("kms:Decrypt", "kms:GenerateDataKey");
        assertThat(sessions.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.key()).isEqualTo("kms:EncryptionContext:aws:ssm:TargetId");
            assertThat(condition.values()).containsExactly("ecs:tandem-prod_*");
        });
    }

    private static Statement statement(String sid) {
        return POLICY.statements().stream().filter(s -> s.sid().equals(sid)).findFirst().orElseThrow();
    }
}
