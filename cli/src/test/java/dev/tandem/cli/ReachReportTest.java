package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.network.Way;
import dev.tandem.policies.network.Way.By;
import dev.tandem.policies.network.Way.Step;
import dev.tandem.policy.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code tandem reach} prints, and which resources a name means. */
class ReachReportTest {

    private static final String COMPONENT = "urn:pulumi:dev::shop::tandem:service:MeshService::auth";

    private static final Resource SERVICE = Resource.builder(
            "urn:pulumi:dev::shop::tandem:service:MeshService$aws:ecs/service:Service::auth-stable").parent(COMPONENT).build();

    private static final Resource CACHE = Resource.builder("urn:pulumi:dev::shop::aws:elasticache/cluster:Cluster::sessions")
            .parent("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev").build();

    private static final List<ReachReport.Target> TARGETS = List.of(
            new ReachReport.Target("dev", SERVICE, List.of(new Way("the internet", List.of(
                    new Step("edge", List.of(new By("edge-http", "tcp/80"), new By("edge-https", "tcp/443"))),
                    new Step("auth-stable", List.of(new By("auth-from-edge", "tcp/8443"))))))),
            new ReachReport.Target("dev", CACHE, List.of()));

    @Test
    void textHasAWayPerLineWithRulesAndPorts() {
        assertThat(ReachReport.text(TARGETS)).isEqualTo("""
                dev
                  Service auth-stable is reached by
                    the internet → edge (edge-http tcp/80, edge-https tcp/443) → auth-stable (auth-from-edge tcp/8443)
                  Cluster sessions: no rule of the stack lets anything reach it
                """);
        assertThat(ReachReport.text(List.of())).isEqualTo("nothing of the plan answers connections and carries a security group of it\n");
    }

    @Test
    void jsonHasTheSame() {
        assertThat(ReachReport.json(TARGETS).replaceAll("\\s+", " ")).contains("\"schemaVersion\" : 1", "\"name\" : \"auth-stable\"",
                "\"from\" : \"the internet\"", "{ \"rule\" : \"edge-https\", \"ports\" : \"tcp/443\" }",
                "\"name\" : \"sessions\", \"reachedBy\" : [ ]");
    }

    @Test
    void aResourceIsMeantByItsNameItsComponentAndItsUrn() {
        assertThat(List.of("auth", "auth-stable", SERVICE.urn())).allMatch(name -> ReachReport.isCalled(SERVICE, name));
        assertThat(List.of("edge", "auth-", "")).noneMatch(name -> ReachReport.isCalled(SERVICE, name));
        assertThat(ReachReport.component(CACHE)).isEmpty();
    }
}
