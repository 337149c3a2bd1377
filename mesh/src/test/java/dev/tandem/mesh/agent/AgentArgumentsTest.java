package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentArgumentsTest {

    private static final Map<String, String> TASK = Map.of("TANDEM_SERVICE", "auth", "TANDEM_ENVIRONMENT", "prod", "TANDEM_VERSION",
            "stable", "AWS_REGION", "eu-central-1", "TANDEM_TRUST_DOMAIN", "mesh.example.org", "TANDEM_ROUTE_TABLE", "tandem-prod-routes");

    @Test
    void readsTheTasksEnvironmentAndArgumentsWin() {
        AgentConfig config = AgentArguments.parse(List.of("--version", "canary", "--other-region", "eu-west-1"), TASK);
        assertThat(config.spiffeId()).hasToString("spiffe://mesh.example.org/ns/prod/svc/auth");
        assertThat(config.sidecar().version()).isEqualTo("canary");
        assertThat(config.sidecar().otherRegion()).isEqualTo(Optional.of("eu-west-1"));
        assertThat(config.pace()).isEqualTo(AgentConfig.Pace.PRODUCTION);
        assertThat(config.identities()).isEqualTo("ssm");
        assertThat(config.sidecar().ownEdge()).isFalse();
        assertThat(AgentArguments.parse(List.of("--edge", "application"), TASK).sidecar().ownEdge()).isTrue();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> AgentArguments.parse(List.of("--loopback", "10.0.0.1", "--trace-percent", "half", "--edge", "none",
                                "--vershion", "1"),
                        Map.of("TANDEM_SERVICE", "Auth", "AWS_REGION", "eu-central-1", "TANDEM_ENVIRONMENT", "prod")))
                .isInstanceOf(AgentArguments.UsageException.class)
                .hasMessageContaining("unknown argument '--vershion', expected one of --service, ")
                .hasMessageContaining("--service is 'Auth', expected lower-case letters, digits and hyphens, a letter first")
                .hasMessageContaining("--version (TANDEM_VERSION) is missing; expected: the version that the task runs, such as stable")
                .hasMessageContaining("--trust-domain (TANDEM_TRUST_DOMAIN) is missing")
                .hasMessageContaining("--route-table (TANDEM_ROUTE_TABLE) is missing")
                .hasMessageContaining("--trace-percent is 'half', expected a whole number from 0 to 100")
                .hasMessageContaining("--edge (TANDEM_EDGE) is 'none', expected versions or application")
                .hasMessageContaining("loopback address is 10.0.0.1, expected one of 127.0.0.0/8");
    }

    @Test
    void aTrustDomainThatIsNoDnsNameAndMembersWithoutARegionAreRefused() {
        assertThatThrownBy(() -> AgentArguments.parse(List.of("--trust-domain", "not_a_name", "--remote-members", "table"), TASK))
                .hasMessageContaining("--trust-domain (TANDEM_TRUST_DOMAIN): trust domain \"not_a_name\": \"not_a_name\" is no label"
                        + " of a lower-case DNS name")
                .hasMessageContaining("--remote-members (TANDEM_REMOTE_MEMBERS) is 'table' without --other-region (TANDEM_OTHER_REGION)");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(AgentArguments.help()).contains("--route-table", "TANDEM_ROUTE_TABLE", "AWS_ENDPOINT_URL", "70: the application is dead");
    }

    @Test
    void scalesAllClocksByOneFactor() {
        AgentConfig config = AgentArguments.parse(List.of("--clock-factor", "10"), TASK);
        AgentConfig.Pace pace = config.pace();
        assertThat(config.staleness())
                .isEqualTo(new Staleness(Duration.ofMinutes(84), Duration.ofSeconds(30), Duration.ofSeconds(90)));
        assertThat(pace.routePoll()).isEqualTo(500);
        assertThat(pace.identityPoll()).isEqualTo(60_000);
        assertThat(AgentConfig.Pace.PRODUCTION.stop()).as("below the largest stopTimeout of Fargate").isLessThan(120_000);
    }
}
