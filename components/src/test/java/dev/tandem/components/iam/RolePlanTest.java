package dev.tandem.components.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.requirements.Covers;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolePlanTest {

    private static final PolicyDocument TRUST = PolicyDocument.trustService(
            "ecs-tasks.amazonaws.com", FoundationFixture.ACCOUNT, "arn:aws:ecs:eu-west-1:111122223333:*");
    private static final PolicyDocument READ = PolicyDocument.identity(
            Statement.allow("Read").actions("sqs:ReceiveMessage").resources("arn:aws:sqs:eu-west-1:111122223333:jobs").build());

    private static RolePlan plan(String name, PolicyDocument trust, PolicyDocument policy, String boundary) {
        return new RolePlan(name, "a role", trust, Map.of("read", policy), boundary, Map.of());
    }

    @Test
    void refusesARoleWithoutBoundary() {
        assertThatThrownBy(() -> plan("reader", TRUST, READ, null))
                .hasMessage("role reader has the permissions boundary \"null\": expected a policy's ARN, such as"
                        + " \"arn:aws:iam::111122223333:policy/tandem-boundary\"");
        assertThatThrownBy(() -> plan("reader", TRUST, READ, "arn:aws:iam::111122223333:role/admin"))
                .hasMessageStartingWith("role reader has the permissions boundary \"arn:aws:iam::111122223333:role/admin\"");
    }

    @Test
    void refusesNamesThatIamRefuses() {
        assertThatThrownBy(() -> plan("r".repeat(65), TRUST, READ, FoundationFixture.BOUNDARY))
                .hasMessageContaining("has 65 characters: expected 1 to 64");
        assertThatThrownBy(() -> plan("a role", TRUST, READ, FoundationFixture.BOUNDARY))
                .hasMessage("role name \"a role\" has 6 characters: expected 1 to 64 letters, digits and _+=,.@-");
    }

    @Test
    void refusesDocumentsOfTheWrongKind() {
        assertThatThrownBy(() -> plan("reader", READ, READ, FoundationFixture.BOUNDARY))
                .hasMessage("role reader was given a document of kind IDENTITY as trust policy: expected TRUST");
        assertThatThrownBy(() -> plan("reader", TRUST, TRUST, FoundationFixture.BOUNDARY))
                .hasMessage("role reader was given a document of kind TRUST as read policy: expected IDENTITY");
    }

    @Test
    @Covers("R8.2")
    void declaresTheRoleWithItsBoundaryAndPolicies() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-west-1", ctx -> BoundedRole.create(
                "reader", plan("tandem-reader", TRUST, READ, FoundationFixture.BOUNDARY), CustomResourceOptions.Empty));

        assertThat(deployment.result().errors()).isEmpty();
        var role = deployment.get("aws:iam/role:Role", "reader");
        assertThat(role.text("permissionsBoundary")).isEqualTo(FoundationFixture.BOUNDARY);
        assertThat(role.text("assumeRolePolicy")).isEqualTo(TRUST.toJson());
        var policy = deployment.get("aws:iam/rolePolicy:RolePolicy", "reader-read");
        assertThat(policy.text("role")).isEqualTo("tandem-reader");
        assertThat(policy.text("policy")).isEqualTo(READ.toJson());
    }
}
