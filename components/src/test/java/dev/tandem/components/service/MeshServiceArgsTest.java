package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshServiceArgsTest {

    private static void refused(UnaryOperator<MeshServiceArgs.Builder> change, String message) {
        assertThatThrownBy(() -> change.apply(ServiceFixtures.minimal("auth")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void needsTeamAndImagesOnly() {
        MeshServiceArgs args = ServiceFixtures.minimal("auth").build();

        assertThat(args.size()).isEqualTo(FargateSize.SMALLEST_WITH_SIDECARS);
        assertThat(args.criticality()).isEqualTo(Criticality.STANDARD);
        assertThat(args.callers()).isEmpty();
        assertThat(args.port()).isEqualTo(8080);
        assertThat(args.dataProtected()).isTrue();
    }

    @Test
    void saysWhichServiceAndBothSides() {
        refused(b -> b.image("tandem/auth"), "service auth: image \"tandem/auth\" has neither digest nor tag: expected"
                + " \"tandem/auth:1.4.2\" or \"tandem/auth@sha256:<64 hexadecimal digits>\"");
        refused(b -> b.team(""), "service auth has the team \"\": expected 1 to 63 letters, digits, spaces and ._-, such as"
                + " \"identity\"");
        refused(b -> b.size(512, 512), "service auth: task memory of 512 MiB does not go with 512 CPU units on Fargate: with"
                + " 512 units it is one of [1024, 2048, 3072, 4096] MiB");
        refused(b -> b.path("/api/auth/"), "service auth has the path \"/api/auth/\": expected 1 to 10 lower-case segments,"
                + " such as \"/api/auth\", no slash at the end");
        refused(b -> b.healthCheckPath("healthz"), "service auth has the health check path \"healthz\": expected an absolute"
                + " path such as \"/healthz\"");
        refused(b -> b.environment(Map.of("LOG-LEVEL", "x")), "service auth has the environment variable \"LOG-LEVEL\":"
                + " expected letters, digits and underscores, such as \"LOG_LEVEL\"");
        refused(b -> b.callers("auth"), "service auth names itself among its callers [auth]: expected other services only,"
                + " its own tasks never call each other through the mesh");
        refused(b -> b.logRetentionDays(31), "service auth keeps logs for 31 days: CloudWatch knows only [1, 3, 5, 7, 14, 30,"
                + " 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]");
        refused(b -> b.port(443), "service auth has the port 443: expected 1024 to 65535, since the container runs without"
                + " privileges");
        refused(b -> b.port(9901), "service auth has the port 9901, which Envoy's administration uses in the same task:"
                + " expected another than [4318, 8443, 9443, 9901, 9902, 13133, 15001]");
    }

    @ParameterizedTest
    @CsvSource({"0,3", "4,3", "-1,3", "1,101"})
    void refusesAbsurdNumbersOfTasks(int min, int max) {
        refused(b -> b.tasks(min, max),
                "service auth has " + min + " to " + max + " tasks: expected 1 <= fewest <= most <= 8, the most that"
                        + " discovery by DNS answers with");
    }

    @Test
    void refusesAFloorThatIsNone() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        refused(b -> b.daytimeFloor(new DaytimeFloor(1, 7, 21, zone)), "service auth has a daytime floor of 1 tasks with 1 to 3"
                + " tasks: expected more than 1, at most 3");
        refused(b -> b.daytimeFloor(new DaytimeFloor(4, 7, 21, zone)), "service auth has a daytime floor of 4 tasks with 1 to 3"
                + " tasks: expected more than 1, at most 3");
        refused(b -> b.daytimeFloor(new DaytimeFloor(2, 7, 21, zone, Optional.of(4))), "service auth has at most 4 tasks outside of its day,"
                + " with 1 to 3 tasks: expected 1 to 3");
        assertThatThrownBy(() -> new DaytimeFloor(2, 21, 7, zone))
                .hasMessage("daytime floor from 21 to 7 h: expected hours from 0 to 23, the first before the second, such as"
                        + " 7 to 21");
    }

    @Test
    void floorAndCeilingFollowTheHours() {
        MeshServiceArgs args = ServiceFixtures.minimal("auth").tasks(1, 6)
                .daytimeFloor(new DaytimeFloor(3, 7, 21, ZoneId.of("Europe/Berlin"), Optional.of(2))).build();
        assertThat(ScalingPlan.of(args).schedules()).extracting(ScalingPlan.Schedule::key, ScalingPlan.Schedule::minTasks,
                ScalingPlan.Schedule::maxTasks).containsExactly(tuple("day", 3, 6), tuple("night", 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a", "auth-", "1auth", "auth_1", "a-very-long-service", ""})
    void refusesNamesThatDnsWouldRefuse(String name) {
        assertThatThrownBy(() -> ServiceFixtures.minimal("auth").callers(name).build())
                .hasMessage("service auth: caller name \"" + name + "\" has " + name.length() + " characters: expected 2 to 16"
                        + " lower-case letters, digits and dashes, a letter first and no dash last, such as \"auth\"");
    }

    @Test
    void refusesAnObjectiveUpsideDown() {
        assertThatThrownBy(() -> new LatencySlo(1, 0.5))
                .hasMessage("latency objective of P95 1.0 s and P99 0.5 s: expected 0 < P95 <= P99, such as 0.2 and 1.0");
    }

    @Test
    void refusesNamesTooLongForATargetGroup() {
        assertThatThrownBy(() -> new ServiceNames("a-long-service-1", "tandem", "production-two", "eu-west-1", "1"))
                .hasMessage("service a-long-service-1: the target group's name \"production-two-a-long-service-1-stable\" has"
                        + " 38 characters, AWS takes 32: shorten the environment's or the service's name");
    }
}
