package dev.tandem.components.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardPlanTest {

    private static final DashboardPlan PLAN =
            DashboardPlan.of("tandem", "prod", "eu-west-1", List.of("persona", "auth"), "Tandem");

    @Test
    @Covers(value = {"R5.3", "R5.5"}, evidence = Evidence.DESIGNED)
    void isWhatTheGoldenFileSays() {
        Golden.assertJsonMatches("dashboard-eu-west-1.json", PLAN.body());
        assertThat(PLAN).isEqualTo(DashboardPlan.of("tandem", "prod", "eu-west-1", List.of("auth", "persona"), "Tandem"));
    }

    @Test
    @Covers(value = {"R5.3", "R5.5"}, evidence = Evidence.DESIGNED)
    void showsRequestsErrorsDurationAndTasksOfEachServiceTheMeshAndTheCost() {
        List<String> titles = new ArrayList<>();
        JsonParser.parseString(PLAN.body()).getAsJsonObject().getAsJsonArray("widgets").forEach(widget ->
                titles.add(widget.getAsJsonObject().getAsJsonObject("properties").get("title").getAsString()));
        assertThat(titles).containsExactly(
                "auth: requests and errors", "auth: duration, P95 and P99", "auth: CPU, memory, healthy tasks",
                "auth: RED by listener, route and version of the mesh", "auth: handshakes, refused, ejected", "auth: each task, USE",
                "persona: requests and errors", "persona: duration, P95 and P99", "persona: CPU, memory, healthy tasks",
                "persona: RED by listener, route and version of the mesh", "persona: handshakes, refused, ejected", "persona: each task, USE",
                "Mesh: calls and failures", "Mesh: duration of calls, P95", "Mesh: calls to the other region, P95 (objective 200 ms)",
                "Mesh: refused callers and ejected members",
                "Mesh: age of identities, routes, members in percent of the limit", "Cost by the hour: running vCPUs of Fargate");
    }

    @Test
    void noTwoWidgetsLieOverEachOther() {
        List<JsonObject> widgets = new ArrayList<>();
        JsonParser.parseString(PLAN.body()).getAsJsonObject().getAsJsonArray("widgets")
                .forEach(widget -> widgets.add(widget.getAsJsonObject()));
        assertThat(widgets).extracting(widget -> widget.get("x") + "," + widget.get("y")).doesNotHaveDuplicates();
        assertThat(widgets).allSatisfy(widget -> assertThat(
                widget.get("x").getAsInt() + widget.get("width").getAsInt()).isLessThanOrEqualTo(24));
    }

    @Test
    @Covers(value = "R5.5", evidence = Evidence.SIMULATED)
    void isDeclaredAsItIsPlanned() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-west-1",
                ctx -> new RegionDashboard("dashboard", PLAN, ComponentResourceOptions.Empty));
        assertThat(deployment.get("aws:cloudwatch/dashboard:Dashboard", "dashboard").inputs())
                .containsEntry("dashboardName", "tandem-prod-eu-west-1").containsEntry("dashboardBody", PLAN.body());
    }
}
