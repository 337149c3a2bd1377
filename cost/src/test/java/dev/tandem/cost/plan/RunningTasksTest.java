package dev.tandem.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("R1.5")
class RunningTasksTest {

    private static final List<Map<String, Object>> SPOT = List.of(Planned.share("FARGATE_SPOT", 0, 1));

    @Test
    void takesTheDesiredCountWithoutScaling() {
        RunningTasks tasks = tasks(plan(3));

        assertThat(tasks.spot()).isEqualByComparingTo("3");
        assertThat(tasks.maximum()).isEqualByComparingTo("3");
        assertThat(tasks.notes()).isEmpty();
    }

    @Test
    void restsAtTheMinimumInForce() {
        RunningTasks tasks = tasks(plan(1).scaling("auth", 1, 6, true)
                .schedule("auth", "day", "cron(0 7 * * ? *)", 2, 6).schedule("auth", "night", "cron(0 21 * * ? *)", 1, 3));

        // 14 hours with two tasks, 10 hours with one; at most 6 by day and 3 by night.
        assertThat(Costs.round(tasks.spot(), 5)).isEqualByComparingTo("1.58333");
        assertThat(tasks.maximum()).isEqualByComparingTo("4.75");
        assertThat(tasks.notes()).containsExactly("autoscaling rests at the minimum in force");
    }

    @Test
    void onlyBoundsTheCountWithoutAPolicy() {
        RunningTasks tasks = tasks(plan(3).scaling("auth", 1, 6, false)
                .schedule("auth", "off", "cron(0 12 ? * SUN *)", 0, 0).schedule("auth", "on", "cron(0 0 ? * MON *)", 3, 6));

        // 12 of 168 hours off: 3 x 156 / 168.
        assertThat(Costs.round(tasks.spot(), 5)).isEqualByComparingTo("2.78571");
    }

    @Test
    void saysWhatItAssumes() {
        RunningTasks tasks = tasks(Planned.in("eu-central-1").add("aws:ecs/service:Service", "auth-stable",
                Map.of("desiredCount", Planned.UNKNOWN, "launchType", "FARGATE"))
                .scaling("auth", 1, 2, true).schedule("auth", "odd", "rate(1 day)", 2, 2));

        assertThat(tasks.onDemand()).isEqualByComparingTo("1");
        assertThat(tasks.notes()).containsExactly("desiredCount is not known before the deployment: 1 assumed",
                "the schedule of auth-odd is no weekly cron expression that is known: left out",
                "autoscaling rests at the minimum in force");
    }

    private static Planned plan(int desired) {
        return Planned.in("eu-central-1").service("auth", TaskShape.SMALL, desired, SPOT);
    }

    private static RunningTasks tasks(Planned plan) {
        return FargateService.of(new Plan(plan.resources(), Costs.CENTRAL)).get(0).tasks();
    }
}
