package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.aws.Halt;
import dev.tandem.e2e.aws.QueryApi;
import dev.tandem.e2e.mesh.Shares;
import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A path moves from a function to a service. The load balancer's rule is the simulator's; {@link EdgeStandIn} sends requests by
 * the shares that the rule has, since the simulator sends none.
 */
@NeedsTools(Tools.MOTO)
class MigrateCommandsTest {

    private static final int REQUESTS = 800;

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final TandemCommand tandem = AWS.tandem();
    private QueryApi query;
    private String listener;
    private String rule;

    @BeforeEach
    void edge() {
        AWS.published();
        query = new QueryApi(AWS.moto().endpoint(), RouteTables.REGION);
        String subnets = query.call("ec2", "DescribeSubnets", Map.of());
        String vpc = QueryApi.all(subnets, "vpcId").get(0);
        List<String> ids = QueryApi.all(subnets, "subnetId");
        String balancer = QueryApi.all(call("CreateLoadBalancer", Map.of("Name", "tandem-prod", "Subnets.member.1", ids.get(0),
                "Subnets.member.2", ids.get(1))), "LoadBalancerArn").get(0);
        String function = group(Map.of("Name", "prod-auth-lambda", "TargetType", "lambda"));
        group(Map.of("Name", "prod-auth-stable", "TargetType", "ip", "Protocol", "HTTPS", "Port", "8443", "VpcId", vpc));
        listener = QueryApi.all(call("CreateListener", Map.of("LoadBalancerArn", balancer, "Protocol", "HTTP", "Port", "80",
                "DefaultActions.member.1.Type", "fixed-response", "DefaultActions.member.1.FixedResponseConfig.StatusCode", "404")),
                "ListenerArn").get(0);
        rule = QueryApi.all(call("CreateRule", Map.of("ListenerArn", listener, "Priority", "10",
                "Conditions.member.1.Field", "path-pattern", "Conditions.member.1.PathPatternConfig.Values.member.1", "/api/auth",
                "Actions.member.1.Type", "forward", "Actions.member.1.TargetGroupArn", function)), "RuleArn").get(0);
    }

    private String call(String action, Map<String, String> parameters) {
        return query.call("elasticloadbalancing", action, parameters);
    }

    private String group(Map<String, String> parameters) {
        return QueryApi.all(call("CreateTargetGroup", parameters), "TargetGroupArn").get(0);
    }

    private void done(String said, String... command) {
        Result result = tandem.run(command);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains(said);
    }

    @Test
    @Covers(value = "R11.1", evidence = Evidence.SIMULATED)
    void aPathMovesStepByStepGoesBackAndMovesForGood() {
        Result typo = tandem.run("migrate", "start", "auth", "--from", "prod-auth-lamda");
        assertThat(typo.err()).contains("there is no target group 'prod-auth-lamda' in eu-central-1, expected one");
        assertThat(tandem.run("migrate", "start", "auth", "--from", "prod-auth-stable").err())
                .contains("target group 'prod-auth-stable' holds ip, expected a Lambda function");
        assertThat(tandem.run("migrate", "step", "auth").err()).contains("auth has no migration under way");
        done("now   auth: function 100 %, service 0 %\nthen  auth: function 90 %, service 10 %\nDry run", "migrate", "start", "auth",
                "--from", "prod-auth-lambda");

        try (EdgeStandIn edge = new EdgeStandIn(query, rule, "prod-auth-stable")) {
            assertThat(edge.service(REQUESTS)).isZero();
            done("Done. Undo: ./tandem migrate back auth --yes", "migrate", "start", "auth", "--from", "prod-auth-lambda", "--yes");
            share(edge, 0.1);
            assertThat(tandem.run("migrate", "finish", "auth").err()).contains("expected 100 % for the service before");
            assertThat(tandem.run("migrate", "step", "auth", "--yes").err()).contains("its answers were never compared with the function's."
                    + " ./tandem migrate compare auth does; --uncompared goes on without");
            done("3 requests at ", "migrate", "compare", "auth", "--base", edge.front(listener), "--path", "/api/auth/alike",
                    "--ignore", "/now", "--yes");
            done("all answered alike\nthen  auth: function 50 %, service 50 %", "migrate", "step", "auth", "--yes");
            share(edge, 0.5);
            done("then  auth: function 100 %, service 0 %", "migrate", "back", "auth", "--yes");
            assertThat(edge.service(REQUESTS)).isZero();
            done("then  auth: function 90 %", "migrate", "step", "auth", "--yes");
            killedAnywhere("migrate", "step", "auth", "--percent", "50", "--yes");
            share(edge, 0.5);
            done("then  auth: function 0 %, service 100 %", "migrate", "step", "auth", "--yes");
            assertThat(edge.service(REQUESTS)).isEqualTo(REQUESTS);
            done("Done.", "migrate", "finish", "auth", "--yes");
            assertThat(edge.service(REQUESTS)).isEqualTo(REQUESTS);
            assertThat(call("DescribeRules", Map.of("RuleArns.member.1", rule))).doesNotContain("prod-auth-lambda");
            assertThat(edge.failed()).isZero();
        }
        assertThat(tandem.run("migrate", "back", "auth").err()).contains("auth has no migration under way");
        assertThat(AWS.lines(OnRoutes.CHANGES)).first().asString().contains("\"command\":\"migrate start\"",
                "\"before\":\"auth: function 100 %, service 0 %\",\"after\":\"auth: function 90 %, service 10 %\"");
    }

    @Test
    @Covers(value = "R11.1", evidence = Evidence.SIMULATED)
    void aStepIsRefusedWhileFunctionAndServiceAnswerOtherwise() {
        try (EdgeStandIn edge = new EdgeStandIn(query, rule, "prod-auth-stable")) {
            String front = edge.front(listener);
            assertThat(tandem.run("migrate", "compare", "auth", "--base", front, "--path", "/api/persona", "--from", "prod-auth-lambda").err())
                    .contains("--path: found '/api/persona', expected a path below /api/auth");
            String[] compare = {"migrate", "compare", "auth", "--base", front, "--path", "/api/auth/name", "--times", "2", "--from",
                "prod-auth-lambda", "--yes"};
            // Killed while its rules are there: the next comparison removes them too.
            assertThat(tandem.runHalted(1, compare).code()).isEqualTo(Halt.CODE);
            assertThat(call("DescribeRules", Map.of("ListenerArn", listener))).contains("x-tandem-compare");
            RouteTables.endLease(AWS.dynamo(), "auth");
            Result different = tandem.run(compare);
            assertThat(different.code()).as(different.out() + different.err()).isEqualTo(1);
            assertThat(different.out()).contains("2 requests at ").contains("2 answered otherwise")
                    .contains("  GET /api/auth/name: function HTTP 200 ").contains(", service HTTP 200 ");
            assertThat(call("DescribeRules", Map.of("ListenerArn", listener))).doesNotContain("x-tandem-compare");
            assertThat(tandem.run("migrate", "start", "auth", "--from", "prod-auth-lambda", "--yes").err())
                    .contains("auth gets no larger share: compared with the function, 2 requests at ").contains("2 answered otherwise. Mend it");
            assertThat(edge.service(REQUESTS)).as("nobody was moved").isZero();
        }
    }

    private static void share(EdgeStandIn edge, double share) {
        assertThat(Shares.plausible(edge.service(REQUESTS), REQUESTS, share)
                || Shares.plausible(edge.service(REQUESTS), REQUESTS, share)).as("share of " + share).isTrue();
    }

    /** Killed before each change that it makes at DynamoDB; the leases of the dead end at once here. */
    private void killedAnywhere(String... command) {
        for (int after = 0; after < 3; after++) {
            Result killed = tandem.runHalted(after, command);
            assertThat(killed.code()).as(killed.out() + killed.err()).isIn(Halt.CODE, 0);
            if (after == 1) {
                assertThat(tandem.run(command).err()).contains("auth is being changed by arn:aws:sts::123456789012:user/moto until ");
            }
            RouteTables.endLease(AWS.dynamo(), "auth");
        }
        done("", command);
    }
}
