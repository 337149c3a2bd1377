package dev.tandem.ops.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulator does not have: agents in containers, and adopted networks. The stand-in answers as the references describe. */
class DebugSessionsTest {

    private static final String ARN = "arn:aws:ecs:eu-central-1:111122223333:";

    private String tasks = "";
    private String routes = "";
    private String endpoints = "";
    private final AwsStandIn aws = new AwsStandIn(this::answer);
    private final DebugSessions sessions = new DebugSessions(aws.access("eu-central-1"), "tandem-prod");

    private String answer(String region, String action, String body) {
        return switch (action) {
            case "DescribeServices" -> "{\"services\":[{\"serviceName\":\"auth-stable\",\"status\":\"ACTIVE\",\"taskDefinition\":\"tandem-prod-auth:7\","
                    + "\"networkConfiguration\":{\"awsvpcConfiguration\":{\"subnets\":[\"subnet-1\",\"subnet-2\"],\"securityGroups\":[\"sg-1\"]}}}]}";
            case "DescribeTaskDefinition" -> "{\"taskDefinition\":{\"family\":\"tandem-prod-auth-debug\",\"cpu\":\"512\",\"memory\":\"1024\","
                    + "\"containerDefinitions\":[{\"name\":\"envoy\",\"image\":\"envoy@sha256:ee\"},{\"name\":\"app\",\"image\":\"auth@sha256:aa\"}]}}";
            case "ListTasks" -> "{\"taskArns\":[" + (tasks.isEmpty() ? "" : "\"" + ARN + "task/tandem-prod/t1\"") + "]}";
            case "DescribeTasks" -> "{\"tasks\":[" + tasks + "]}";
            case "DescribeRouteTables" -> "<r><routeTableSet>" + routes + "</routeTableSet></r>";
            case "DescribeSubnets" -> "<r><subnetSet><item><vpcId>vpc-1</vpcId></item><item><vpcId>vpc-1</vpcId></item></subnetSet></r>";
            case "DescribeVpcEndpoints" -> {
                assertThat(body).contains("Filter.1.Name=vpc-id", "Filter.1.Value.1=vpc-1").doesNotContain("Value.2");
                yield "<r><vpcEndpointSet>" + endpoints + "</vpcEndpointSet></r>";
            }
            default -> null;
        };
    }

    private static String endpoint(String service, String state) {
        return "<item><serviceName>com.amazonaws.eu-central-1." + service + "</serviceName><state>" + state + "</state></item>";
    }

    private static String table(String subnet, String destination, String state) {
        return "<item><routeSet><item><destinationCidrBlock>" + destination + "</destinationCidrBlock><state>" + state
                + "</state></item></routeSet><associationSet><item><subnetId>" + subnet + "</subnetId></item></associationSet></item>";
    }

    private static String task(String agent) {
        return "{\"taskArn\":\"" + ARN + "task/tandem-prod/t1\",\"taskDefinitionArn\":\"" + ARN
                + "task-definition/tandem-prod-auth-debug:3\",\"lastStatus\":\"RUNNING\",\"desiredStatus\":\"RUNNING\",\"startedAt\":1795802400,"
                + "\"overrides\":{\"containerOverrides\":[{\"name\":\"app\",\"environment\":[{\"name\":\"DEBUG_SECONDS\",\"value\":\"600\"}]}]},"
                + "\"tags\":[{\"key\":\"OpenedBy\",\"value\":\"arn:aws:iam::111122223333:user/ann\"}],\"containers\":[{\"name\":\"envoy\","
                + "\"managedAgents\":[{\"name\":\"ExecuteCommandAgent\",\"lastStatus\":\"STOPPED\"}]},{\"name\":\"app\",\"managedAgents\":"
                + "[{\"name\":\"ExecuteCommandAgent\",\"lastStatus\":\"" + agent + "\"}]}]}";
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void tellsWhetherTheApplicationsContainerTakesCommandsAndWhenItEnds() {
        tasks = task("RUNNING");
        assertThat(sessions.all()).singleElement().satisfies(session -> assertThat(session.text()).isEqualTo("auth: task t1 RUNNING,"
                + " takes commands, ends 2026-11-27T18:10:00Z, opened by arn:aws:iam::111122223333:user/ann"));
        tasks = task("PENDING");
        assertThat(sessions.of("auth")).singleElement().satisfies(session -> assertThat(session.ready()).isFalse());
    }

    @Test
    void aWayIsARouteByIpv4FromEverySubnetOrBothEndpoints() {
        assertThatThrownBy(() -> sessions.plan("auth")).isInstanceOf(OperationRefusedException.class)
                .hasMessage("tasks in [subnet-1, subnet-2] have no way to kms and ssmmessages, which a session needs: found no route by IPv4"
                        + " out of the subnets and no interface endpoint. Expected one of the two: tandem:network.egress nat-single or"
                        + " nat-per-az has the route; with endpoints or isolated tandem:debug: true makes both endpoints; where endpoints are"
                        + " adopted (tandem:existing.network.endpoints) their owner adds them");
        endpoints = endpoint("ssmmessages", "available") + endpoint("kms", "pending");
        assertThatThrownBy(() -> sessions.plan("auth")).hasMessageContaining("no way to kms, which");
        endpoints = endpoint("ssmmessages", "available") + endpoint("kms", "available");
        assertThat(sessions.plan("auth").image()).isEqualTo("auth@sha256:aa");
        endpoints = "";
        routes = table("subnet-1", "0.0.0.0/0", "active") + table("subnet-2", "0.0.0.0/0", "blackhole");
        assertThatThrownBy(() -> sessions.plan("auth")).hasMessageContaining("no way to kms and ssmmessages");
        routes = table("subnet-1", "0.0.0.0/0", "active") + table("subnet-2", "10.30.0.0/16", "active");
        assertThatThrownBy(() -> sessions.plan("auth")).hasMessageContaining("no way to kms and ssmmessages");
        routes = table("subnet-1", "0.0.0.0/0", "active") + table("subnet-2", "0.0.0.0/0", "active");
        assertThat(sessions.plan("auth")).extracting(DebugTask::cpuUnits, DebugTask::memoryMiB).containsExactly(512, 1024);
    }

    @Test
    void aSecondSessionAndOddLengthsAreRefused() {
        routes = table("subnet-1", "0.0.0.0/0", "active") + table("subnet-2", "0.0.0.0/0", "active");
        tasks = task("RUNNING");
        assertThatThrownBy(() -> sessions.plan("auth")).isInstanceOf(OperationRefusedException.class)
                .hasMessageStartingWith("a debug session with auth is open: auth: task t1 RUNNING")
                .hasMessageEndingWith("Use it, or end it by ./tandem debug close auth --yes");
        DebugTask.checkLength(60);
        DebugTask.checkLength(DebugTask.MOST_SECONDS);
        for (long seconds : new long[] {59, DebugTask.MOST_SECONDS + 1}) {
            assertThatThrownBy(() -> DebugTask.checkLength(seconds)).hasMessage("--for: found " + seconds
                    + " s, expected 60 s to 8 h: a session that is forgotten ends by that");
        }
    }
}
