package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Task;

/** Debug sessions as an operator opens them, as processes, against a simulated AWS. */
@NeedsTools(Tools.MOTO)
class DebugCommandsTest {

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private static final String IMAGE = "auth@sha256:aa";

    private final TandemCommand tandem = AWS.tandem();

    @Test
    void aTaskBesideTheServiceIsStartedOnceAndEndedByName() {
        AWS.deployed();
        String vpc = ec2("CreateVpc", Map.of("CidrBlock", "10.20.0.0/16"), "vpc", "vpcId");
        ec2("ModifyVpcAttribute", Map.of("VpcId", vpc, "EnableDnsHostnames.Value", "true"), "return");
        String subnet = subnetWithAWayOut(vpc);
        String group = ec2("CreateSecurityGroup", Map.of("GroupName", "auth", "GroupDescription", "auth", "VpcId", vpc), "groupId");
        try (EcsClient ecs = AWS.client(EcsClient.builder())) {
            ecs.createService(s -> s.cluster("tandem-prod").serviceName("auth-stable").taskDefinition("auth").desiredCount(0)
                    .networkConfiguration(n -> n.awsvpcConfiguration(v -> v.subnets(subnet).securityGroups(group))));
            Result closed = tandem.run("debug", "open", "auth");
            assertThat(closed.code()).isEqualTo(1);
            assertThat(closed.err()).contains("the stack in eu-central-1 did not open auth to debug sessions: found no task definition"
                    + " tandem-prod-auth-debug. Expected tandem:debug: true in its file");
            debugTask(ecs, "auth@sha256:bb");
            assertThat(tandem.run("debug", "open", "auth").err())
                    .contains("the debug task of auth has the image auth@sha256:bb, but auth-stable runs " + IMAGE);
            debugTask(ecs, IMAGE);
            Result dry = tandem.run("debug", "open", "auth", "--for", "30m");
            assertThat(dry.out()).as(dry.err()).contains("a task of " + IMAGE + " for auth, 30m from its start")
                    .contains("costs USD 0.0227 an hour, at most USD 0.0114").contains("Dry run, nothing was changed");
            assertThat(tasks(ecs)).isEmpty();

            Result opened = tandem.run("debug", "open", "auth", "--for", "30m", "--yes", "-m", "handshakes fail");
            assertThat(opened.code()).as(opened.err()).isZero();
            Task task = tasks(ecs).get(0);
            String id = task.taskArn().substring(task.taskArn().lastIndexOf('/') + 1);
            assertThat(opened.out()).contains("aws ecs execute-command --region eu-central-1 --cluster tandem-prod --task " + id
                    + " --container app --interactive --command /bin/sh");
            assertThat(task.startedBy()).isEqualTo("tandem-debug");
            assertThat(task.group()).as("not a service's, so its address is told to nobody").isNotEqualTo("service:auth-stable");
            assertThat(task.overrides().containerOverrides().toString()).contains("DEBUG_SECONDS", "1800");
            assertThat(ecs.describeServices(s -> s.cluster("tandem-prod").services("auth-stable")).services().get(0).taskDefinition())
                    .as("the service is left alone").endsWith("/auth:1");
            assertThat(AWS.lines(OnRoutes.CHANGES)).anySatisfy(line -> assertThat(line).contains("\"debug open\"", "handshakes fail", id));

            assertThat(tandem.run("debug", "open", "auth", "--yes").err()).contains("a debug session with auth is open");
            assertThat(tandem.run("debug", "list").out()).contains("auth: task " + id);
            assertThat(tandem.run("debug", "close", "auth", "--yes").out()).contains("Done: told to stop.");
            assertThat(tasks(ecs)).isEmpty();
            assertThat(tandem.run("debug", "close", "auth", "--yes").out()).contains("Nothing to do.");
            assertThat(tandem.run("debug", "open", "aut").err()).contains("expected one of [auth]. Did you mean 'auth'?");
        }
    }

    private static void debugTask(EcsClient ecs, String image) {
        ecs.registerTaskDefinition(t -> t.family("tandem-prod-auth-debug").cpu("512").memory("1024").requiresCompatibilitiesWithStrings("FARGATE")
                .networkMode("awsvpc").containerDefinitions(c -> c.name("app").image(image).memory(640)));
    }

    private static List<Task> tasks(EcsClient ecs) {
        List<String> arns = ecs.listTasks(l -> l.cluster("tandem-prod")).taskArns();
        return arns.isEmpty() ? List.of() : ecs.describeTasks(d -> d.cluster("tandem-prod").tasks(arns)).tasks().stream()
                .filter(task -> task.desiredStatus().equals("RUNNING")).toList();
    }

    /** A subnet from which 0.0.0.0/0 is routed. */
    private static String subnetWithAWayOut(String vpc) {
        String subnet = ec2("CreateSubnet", Map.of("VpcId", vpc, "CidrBlock", "10.20.0.0/20"), "subnet", "subnetId");
        String table = ec2("CreateRouteTable", Map.of("VpcId", vpc), "routeTable", "routeTableId");
        ec2("AssociateRouteTable", Map.of("RouteTableId", table, "SubnetId", subnet), "associationId");
        String gateway = ec2("CreateInternetGateway", Map.of(), "internetGateway", "internetGatewayId");
        ec2("AttachInternetGateway", Map.of("InternetGatewayId", gateway, "VpcId", vpc), "return");
        ec2("CreateRoute", Map.of("RouteTableId", table, "DestinationCidrBlock", "0.0.0.0/0", "GatewayId", gateway), "return");
        return subnet;
    }

    private static String ec2(String action, Map<String, String> parameters, String... path) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        AwsAccess access = new AwsAccess(RouteTables.REGION, Optional.empty(), Optional.of(AWS.moto().endpoint()));
        return Xml.text(Xml.parse(new SignedCall(access, "ec2", "ec2").query(action, "2016-11-15", parameters)), path);
    }
}
