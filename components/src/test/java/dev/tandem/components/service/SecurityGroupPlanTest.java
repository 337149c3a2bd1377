package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.service.TrafficEdge.Direction;
import dev.tandem.components.service.TrafficEdge.Peer;
import dev.tandem.components.network.Egress;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityGroupPlanTest {

    @Test
    @Covers("R8.3")
    void opensTheEdgePortToTheLoadBalancerAndNothingElse() {
        List<TrafficEdge> ingress = SecurityGroupPlan.own(ServiceFixtures.persona(), Egress.ENDPOINTS).stream()
                .filter(edge -> edge.direction() == Direction.INGRESS)
                .toList();

        assertThat(ingress).singleElement().satisfies(edge -> {
            assertThat(edge.peer()).isEqualTo(Peer.LOAD_BALANCER);
            assertThat(edge.port()).isEqualTo(8443);
        });
    }

    @Test
    @Covers("R8.3")
    void anInternalServiceWithoutCallersIsReachedByNobody() {
        assertThat(SecurityGroupPlan.own(ServiceFixtures.minimal("auth").build(), Egress.ENDPOINTS))
                .noneMatch(edge -> edge.direction() == Direction.INGRESS);
    }

    @Test
    @Covers("R8.3")
    void everyEdgeIsOnePortWithADescription() {
        List<TrafficEdge> edges = SecurityGroupPlan.own(ServiceFixtures.auth(), Egress.ENDPOINTS);

        assertThat(edges).extracting(TrafficEdge::key).doesNotHaveDuplicates().containsExactly(
                "ingress-load-balancer", "egress-endpoints", "egress-s3", "egress-dynamodb", "egress-ipv6-out",
                "ingress-other-region", "egress-other-region");
        assertThat(edges).extracting(TrafficEdge::description).allMatch(text -> text.length() > 20);
        assertThat(edges).filteredOn(edge -> edge.peer() == Peer.OTHER_REGION)
                .allMatch(edge -> edge.port() == 9443 && edge.peerName().equals("10.30.0.0/16"));
        assertThat(edges).filteredOn(edge -> edge.direction() == Direction.EGRESS && edge.peer() != Peer.OTHER_REGION)
                .allMatch(edge -> edge.port() == 443);
    }

    @Test
    void namesTheServicesThereAre() {
        assertThatThrownBy(() -> SecurityGroupPlan.calleesByCaller(
                        Map.of("auth", List.of("persana"), "persona", List.of())))
                .hasMessage("service auth names the caller \"persana\", which is no service of this region: expected one of"
                        + " [auth, persona]");
    }
}
