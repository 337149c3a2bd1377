package dev.tandem.infra.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.service.Criticality;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.SecretSource;
import dev.tandem.infra.config.StackConfig.Role;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The repository's own two stack files. */
class StackFilesTest {

    private static final StackConfig PRIMARY = read("eu-central-1");
    private static final StackConfig SECONDARY = read("eu-west-1");

    private static StackConfig read(String stack) {
        return ConfigReader.read(stack, Yaml.config(stack), null);
    }

    @Test
    @Covers("R1.1")
    void areThePrimaryAndTheSecondary() {
        assertThat(PRIMARY.region()).isEqualTo("eu-central-1");
        assertThat(PRIMARY.role()).isEqualTo(Role.PRIMARY);
        assertThat(SECONDARY.region()).isEqualTo("eu-west-1");
        assertThat(SECONDARY.role()).isEqualTo(Role.SECONDARY);
    }

    @Test
    void nameEachOther() {
        assertThat(PRIMARY.peer()).isEqualTo(
                new StackConfig.Peer(SECONDARY.region(), SECONDARY.network().cidr(), SECONDARY.stack(), false));
        assertThat(SECONDARY.peer()).isEqualTo(
                new StackConfig.Peer(PRIMARY.region(), PRIMARY.network().cidr(), PRIMARY.stack(), false));
        assertThat(PRIMARY.failover()).isEqualTo(SECONDARY.failover());
    }

    @Test
    @Covers("R7.5")
    void runTheSameServicesCriticalOnesNotOnSpotAlone() {
        for (StackConfig stack : List.of(PRIMARY, SECONDARY)) {
            assertThat(stack.services()).extracting(MeshServiceArgs::name).containsExactly("auth", "persona");
            assertThat(stack.services()).extracting(MeshServiceArgs::criticality)
                    .containsExactly(Criticality.CRITICAL, Criticality.STANDARD);
        }
    }

    @Test
    @Covers("R4.2")
    void serveThePathsThatWereAskedFor() {
        assertThat(PRIMARY.services()).extracting(service -> service.path().orElseThrow())
                .containsExactly("/api/auth", "/api/persona");
    }

    @Test
    void leaveSecretsToTheSecondary() {
        assertThat(SECONDARY.services()).extracting(MeshServiceArgs::secret)
                .containsOnly(SecretSource.ownedWithReplicaIn("eu-central-1"));
        assertThat(PRIMARY.services()).extracting(MeshServiceArgs::secret)
                .containsOnly(SecretSource.replicaOf("eu-west-1"));
    }

    @Test
    @Covers("R1.5")
    void turnTheCeilingIntoDollars() {
        assertThat(PRIMARY.costCeilingEur()).isEqualByComparingTo("100");
        assertThat(PRIMARY.costCeilingUsd()).isEqualByComparingTo("111.86");
    }
}
