package dev.tandem.ops.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.requirements.Covers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against pretended deployments: no simulator has ECS's. */
class RolloutWatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final PretendDeployments ecs = new PretendDeployments();
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private Rollout follow(Optional<String> image) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        return new RolloutWatch(new Rollouts(ecs, "tandem-prod", "web-stable"), clock, seconds -> now = now.plusSeconds(seconds))
                .follow(image, LIMIT, rollout -> told.add(rollout.text()));
    }

    @Test
    @Covers(value = "R6.3", evidence = Covers.Evidence.SIMULATED)
    void tellsEachChangeOnceAndEndsWithTheDeployment() {
        ecs.at("PENDING", "", 0).at("IN_PROGRESS", "PRODUCTION_TRAFFIC_SHIFT", 5).at("IN_PROGRESS", "PRODUCTION_TRAFFIC_SHIFT", 5)
                .at("IN_PROGRESS", "BAKE_TIME", 100).at("SUCCESSFUL", "", 100);
        Rollout end = follow(Optional.of(PretendDeployments.IMAGE));
        assertThat(end.succeeded()).isTrue();
        assertThat(end.image()).isEqualTo(PretendDeployments.IMAGE);
        assertThat(told).containsExactly("canary PENDING: 0 % of the requests, 2 of 2 tasks",
                "canary IN_PROGRESS, PRODUCTION_TRAFFIC_SHIFT: 5 % of the requests, 2 of 2 tasks",
                "canary IN_PROGRESS, BAKE_TIME: 100 % of the requests, 2 of 2 tasks",
                "canary SUCCESSFUL: 100 % of the requests, 2 of 2 tasks");
        assertThat(ecs.asked()).startsWith("tandem-prod web-stable null", "tandem-prod web-stable more");
    }

    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.SIMULATED)
    void saysWhyEcsTookItBack() {
        ecs.at("ROLLBACK_IN_PROGRESS", "", 0).at("ROLLBACK_SUCCESSFUL", "", 0, deployment -> deployment
                .statusReason("Service deployment rolled back.")
                .rollback(rollback -> rollback.reason("Service deployment rolled back."))
                .alarms(alarms -> alarms.triggeredAlarmNames("tandem-prod-web-error-rate"))
                .deploymentCircuitBreaker(breaker -> breaker.failureCount(3)));
        Rollout end = follow(Optional.empty());
        assertThat(end.ended()).isTrue();
        assertThat(end.succeeded()).isFalse();
        assertThat(end.text()).isEqualTo("canary ROLLBACK_SUCCESSFUL: 0 % of the requests, 2 of 2 tasks; Service deployment rolled back.;"
                + " alarms that ring: tandem-prod-web-error-rate; tasks that did not start: 3");
    }

    /** What the pipeline asked for did not begin, or somebody deployed over it: its end is not the end of this. */
    @Test
    void anotherImagesDeploymentIsNotTakenForThisOne() {
        ecs.at("SUCCESSFUL", "", 100);
        assertThatThrownBy(() -> follow(Optional.of("tandem/prod/web@sha256:0b")))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageStartingWith("the newest deployment of web-stable in tandem-prod brings " + PretendDeployments.IMAGE
                        + ", expected one that brings tandem/prod/web@sha256:0b.");
        assertThat(now).isEqualTo(Instant.EPOCH.plus(RolloutWatch.APPEARS));
        assertThat(told).isEmpty();
    }

    @Test
    void endsAtTheLimitAndSaysHowFarItIs() {
        ecs.at("IN_PROGRESS", "BAKE_TIME", 12.5);
        assertThatThrownBy(() -> follow(Optional.empty()))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessage("the deployment of web-stable in tandem-prod is at 'canary IN_PROGRESS, BAKE_TIME: 12.5 % of the requests, 2 of 2"
                        + " tasks' after 30 minutes, expected its end. ECS goes on with it; look again later, or stop it");
        assertThat(now).isEqualTo(Instant.EPOCH.plus(LIMIT));
    }

    @Test
    void looksThatFailAreRepeatedForAMinute() {
        ecs.denied(11).at("SUCCESSFUL", "", 100);
        assertThat(follow(Optional.empty()).succeeded()).isTrue();
        assertThatThrownBy(() -> {
            ecs.denied(12);
            follow(Optional.empty());
        }).isInstanceOf(RouteSourceException.class).hasMessageContaining("web-stable in tandem-prod (its deployment goes on)");
    }

    @Test
    void aServiceWithoutDeploymentsHasNone() {
        assertThat(new Rollouts(ecs, "tandem-prod", "web-stable").newest()).isEmpty();
    }
}
