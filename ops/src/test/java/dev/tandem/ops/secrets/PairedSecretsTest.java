package dev.tandem.ops.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsStandIn;
import dev.tandem.requirements.Covers;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulator has no StopReplicationToReplica; the stand-in answers as AWS's reference describes the three actions. */
class PairedSecretsTest {

    private final Set<String> gone = new HashSet<>();
    private boolean cut;
    private final AwsStandIn aws = new AwsStandIn(this::answer);
    private final PairedSecrets here = new PairedSecrets("eu-central-1", "tandem/prod/", aws::access);

    private String answer(String region, String action, String body) {
        if (gone.contains(region)) {
            return null;
        }
        switch (action) {
            case "ListSecrets":
                assertThat(body).contains("\"Filters\":[{\"Key\":\"name\",\"Values\":[\"tandem/prod/\"]}]");
                return "{\"SecretList\":[{\"Name\":\"tandem/prod/persona\"},{\"Name\":\"tandem/prod/auth\"}]}";
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
        assertThat(here.all()).hasSize(2).first().satisfies(secret -> assertThat(secret.text())
                .isEqualTo("tandem/prod/auth: replica in eu-central-1 of eu-west-1"));
        assertThat(new PairedSecrets("eu-west-1", "tandem/prod/", aws::access).one("tandem/prod/auth").text())
                .isEqualTo("tandem/prod/auth: owned by eu-west-1, replicas {eu-central-1=InSync}");
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.DESIGNED)
    void aReplicaWhoseOwnerIsGoneIsMadeASecretOfItsOwn() {
        gone.add("eu-west-1");
        PairedSecret after = here.promote("tandem/prod/auth", false);
        assertThat(after.replica()).isFalse();
        assertThat(after.text()).isEqualTo("tandem/prod/auth: owned by eu-central-1, no replica");

        aws.calls().clear();
        here.promote("tandem/prod/auth", false);
        assertThat(aws.calls()).as("done twice, nothing more is changed").containsExactly("eu-central-1 DescribeSecret");
    }

    @Test
    void whileTheOwnerAnswersItIsRefused() {
        assertThatThrownBy(() -> here.promote("tandem/prod/auth", false)).isInstanceOf(OperationRefusedException.class)
                .hasMessage("tandem/prod/auth is owned by eu-west-1, which answers: a new value is put there, and reaches eu-central-1 by"
                        + " replication. Expected an owner that is gone; --force cuts the replication nevertheless, for good");
        assertThat(cut).isFalse();
        assertThat(here.promote("tandem/prod/auth", true).replica()).isFalse();
    }
}
