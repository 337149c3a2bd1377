package dev.tandem.ops.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsStandIn;
import dev.tandem.requirements.Covers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator has no StopReplicationToReplica; the stand-in answers as AWS's reference describes the three actions. */
class PairedSecretsTest {

    /** What the owner's region says; "well" for a true answer. */
    private String owner = "well";
    private boolean cut;
    private final AwsStandIn aws = new AwsStandIn(this::answer);
    private final PairedSecrets here = new PairedSecrets("eu-central-1", "tandem/prod/", aws::access);

    private String answer(String region, String action, String body) {
        if (region.equals("eu-west-1") && !owner.equals("well")) {
            return owner;
        }
        switch (action) {
            case "ListSecrets":
                assertThat(body).contains("\"Filters\":[{\"Key\":\"name\",\"Values\":[\"tandem/prod/\"]}]");
                return body.contains("\"NextToken\":\"2\"") ? "{\"SecretList\":[{\"Name\":\"tandem/prod/auth\"}]}"
                        : "{\"SecretList\":[{\"Name\":\"tandem/prod/persona\"}],\"NextToken\":\"2\"}";
            case "DescribeSecret":
                if (region.equals("eu-west-1")) {
                    return "{\"Name\":\"tandem/prod/auth\",\"PrimaryRegion\":\"eu-west-1\",\"ReplicationStatus\":[{\"Region\":\"eu-central-1\","
                            + "\"Status\":\"InSync\"}]}";
                }
                return cut ? "{\"Name\":\"tandem/prod/auth\"}" : "{\"Name\":\"tandem/prod/auth\",\"PrimaryRegion\":\"eu-west-1\"}";
            case "StopReplicationToReplica":
                assertThat(region).as("to be called where the replica is").isEqualTo("eu-central-1");
                assertThat(body).isEqualTo("{\"SecretId\":\"tandem/prod/auth\"}");
                cut = true;
                return "{\"ARN\":\"arn:aws:secretsmanager:eu-central-1:111122223333:secret:tandem/prod/auth-AbCdEf\"}";
            default:
                return null;
        }
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void saysWhoOwns() {
        assertThat(here.all()).as("of both pages").hasSize(2).first().satisfies(secret -> assertThat(secret.text())
                .isEqualTo("tandem/prod/auth: replica in eu-central-1 of eu-west-1"));
        assertThat(new PairedSecrets("eu-west-1", "tandem/prod/", aws::access).one("tandem/prod/auth").text())
                .isEqualTo("tandem/prod/auth: owned by eu-west-1, replicas {eu-central-1=InSync}");
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.DESIGNED)
    void aReplicaWhoseOwnerIsGoneIsMadeASecretOfItsOwn() {
        PairedSecret replica = here.one("tandem/prod/auth");
        owner = "HTTP 503 ServiceUnavailable";
        here.refuseUnlessGone(replica);
        owner = AwsStandIn.SILENT;
        here.refuseUnlessGone(replica);
        PairedSecret after = here.promote(replica);
        assertThat(after.replica()).isFalse();
        assertThat(after.text()).isEqualTo("tandem/prod/auth: owned by eu-central-1, no replica");

        aws.calls().clear();
        assertThat(here.promote(after)).isEqualTo(after);
        assertThat(aws.calls()).as("done twice, nothing more is changed").isEmpty();
    }

    @Test
    void anOwnerThatRefusesToTellIsNotGone() {
        PairedSecret replica = here.one("tandem/prod/auth");
        Map.of("HTTP 403 AccessDeniedException", "access denied: the caller may not secretsmanager:DescribeSecret on AWS in eu-west-1",
                "HTTP 404 ResourceNotFoundException", "secretsmanager:DescribeSecret: there is no AWS in eu-west-1",
                "HTTP 400 ThrottlingException", "ThrottlingException",
                "HTTP 400 ExpiredTokenException", "the AWS credentials are refused (ExpiredTokenException)",
                "no JSON", "the answer is no JSON").forEach((answer, said) -> {
            owner = answer;
            assertThatThrownBy(() -> here.refuseUnlessGone(replica)).as(answer).isInstanceOf(OperationRefusedException.class)
                    .hasMessageStartingWith("tandem/prod/auth is owned by eu-west-1, of which it is not known whether it is gone")
                    .hasMessageContaining(said).hasMessageEndingWith("Expected an owner that is gone; --force cuts the replication"
                            + " nevertheless, for good");
        });
    }

    @Test
    void secretsOfOtherEnvironmentsAreRefused() {
        assertThatThrownBy(() -> here.one("tandem/staging/auth")).isInstanceOf(OperationRefusedException.class)
                .hasMessage("found the secret 'tandem/staging/auth', expected a name that begins with tandem/prod/: ./tandem secrets lists"
                        + " them; --environment chooses another environment");
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void whileTheOwnerAnswersItIsRefused() {
        PairedSecret replica = here.one("tandem/prod/auth");
        assertThatThrownBy(() -> here.refuseUnlessGone(replica)).isInstanceOf(OperationRefusedException.class)
                .hasMessage("tandem/prod/auth is owned by eu-west-1, which answers: a new value is put there, and reaches eu-central-1 by"
                        + " replication. Expected an owner that is gone; --force cuts the replication nevertheless, for good");
        assertThat(cut).isFalse();
    }
}
