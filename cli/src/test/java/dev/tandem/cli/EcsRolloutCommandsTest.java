package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mesh's commands on a service that the stack declares as rolled out by ECS. */
class EcsRolloutCommandsTest {

    static AwsAnswers declared(RolledOutBy by) {
        RouteDocument web = RouteDocument.builder("web").in("prod", "prod.example.org").path(Optional.of("/api/web"))
                .version("stable", 100, 1).version("canary", 0, 0).rolledOutBy(by).build();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ObjectNode item = page.putArray("Items").addObject();
        item.putObject("service").put("S", "web");
        item.putObject("item").put("S", "declared");
        item.putObject("document").put("S", RouteJson.canonicalText(web));
        item.putObject("digest").put("S", RouteJson.digest(web));
        return new AwsAnswers().answer("Query", page.toString()).answer("Scan", page.toString()).answer("GetItem", "{}")
                .answer("DescribeServices", "{\"services\":[{\"serviceName\":\"web-stable\",\"runningCount\":1}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic web --weight canary=5", "traffic web --pin header:x-tester=yes@canary", "traffic web --fault abort=503@5",
        "traffic web --mirror canary@10", "backoff web --attempts 0", "canary start web", "canary run web", "blue-green switch web",
        "rollback web", "migrate start web --from function", "migrate step web"})
    void whatNeedsTheMeshIsRefused(String command) {
        try (AwsAnswers aws = declared(RolledOutBy.ECS)) {
            AwsAnswers.Result refused = aws.run(command);
            assertThat(refused.code()).as(refused.err()).isEqualTo(1);
            assertThat(refused.err()).startsWith("tandem: web: found ").contains(" for a service that ECS rolls out (rollout in tandem:services),"
                    + " expected one that the mesh rolls out: ", ". Instead: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic web --no-fault --no-mirror --no-pins", "throttle web --rps 10"})
    void whatTakesAwayOrActsOnEachTaskIsTaken(String command) {
        try (AwsAnswers aws = declared(RolledOutBy.ECS)) {
            AwsAnswers.Result dry = aws.run(command);
            assertThat(dry.code()).as(dry.err()).isZero();
        }
    }

    @Test
    void objectivesAreReadOfBothTargetGroups() {
        try (AwsAnswers aws = declared(RolledOutBy.ECS).answer("ListMetrics", "{}").answer("", "<R><ListMetricsResult/></R>")) {
            assertThat(aws.run("slo web").err()).contains("tandem: target group prod-web-stable or prod-web-green has no metrics in ");
        }
        try (AwsAnswers aws = declared(RolledOutBy.MESH).answer("ListMetrics", "{}").answer("", "<R><ListMetricsResult/></R>")) {
            assertThat(aws.run("slo web").err()).contains("tandem: target group prod-web-stable has no metrics in ");
        }
    }

    /** Such a document is one from before the field, too. */
    @Test
    void aServiceOfTheMeshIsMovedAsBefore() {
        try (AwsAnswers aws = declared(RolledOutBy.MESH)) {
            assertThat(aws.run("traffic web --fault abort=503@5").out()).contains("fault.abort.status: none -> 503", "Dry run");
            assertThat(aws.run("backoff web --attempts 0").out()).contains("retries.attempts: 1 -> 0");
        }
    }
}
