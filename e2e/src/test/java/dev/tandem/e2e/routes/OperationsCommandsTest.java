package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.e2e.aws.Halt;
import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What an operator asks and does beyond routes, as processes, against a simulated AWS. */
@NeedsTools(Tools.MOTO)
class OperationsCommandsTest {

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final TandemCommand tandem = AWS.tandem();
    private RouteStore store;

    @BeforeEach
    void environment() {
        store = AWS.deployed();
        AWS.running("auth-stable", 2);
        AWS.running("auth-canary", 2);
        try (ApplicationAutoScalingClient scaling = AWS.client(ApplicationAutoScalingClient.builder())) {
            scaling.registerScalableTarget(r -> r.serviceNamespace(ServiceNamespace.ECS).resourceId("service/tandem-prod/auth-stable")
                    .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT).minCapacity(2).maxCapacity(8)
                    .suspendedState(s -> s.scheduledScalingSuspended(false)));
        }
    }

    private Result fine(String... command) {
        Result result = tandem.run(command);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result;
    }

    private static ScalableTarget target() {
        try (ApplicationAutoScalingClient scaling = AWS.client(ApplicationAutoScalingClient.builder())) {
            return scaling.describeScalableTargets(r -> r.serviceNamespace(ServiceNamespace.ECS)).scalableTargets().get(0);
        }
    }

    @Test
    @Covers(value = {"R6.3", "R6.4"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void blueGreenSwitchesAtOnceAndBack() {
        assertThat(fine("blue-green", "switch", "auth").out()).contains("versions[canary].weight: 0 -> 100").contains("Dry run");
        fine("blue-green", "switch", "auth", "--yes");
        assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(100));
        fine("blue-green", "switch", "auth", "--yes");
        assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(0));
        Result unknown = tandem.run("blue-green", "switch", "auth", "--to", "canari");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("service 'auth' has no version 'canari'").contains("Did you mean 'canary'?");
    }

    @Test
    @Covers(value = "R7.4", evidence = Evidence.SIMULATED)
    void scalesDownKeepsWhatWasAndRestoresIt() {
        assertThat(fine("scale-down").out()).contains("  auth-stable 2..8 -> 1..1, schedule suspended").contains("Dry run");
        assertThat(target().maxCapacity()).isEqualTo(8);
        fine("scale-down", "--yes", "-m", "budget");
        assertThat(target().maxCapacity()).isEqualTo(1);
        assertThat(target().suspendedState().scheduledScalingSuspended()).isTrue();
        fine("scale-down", "--to", "0", "--yes");
        assertThat(target().maxCapacity()).isZero();
        fine("scale-restore", "--yes");
        assertThat(target().minCapacity()).isEqualTo(2);
        assertThat(target().maxCapacity()).isEqualTo(8);
        assertThat(target().suspendedState().scheduledScalingSuspended()).isFalse();
        assertThat(fine("scale-restore", "--yes").out()).contains("Nothing to do.");
        assertThat(tandem.run("scale-down", "auth-stabel").err())
                .contains("service 'auth-stabel' is not scaled in cluster tandem-prod").contains("Did you mean 'auth-stable'?");
    }

    @Test
    void aKilledScaleDownIsFinishedByTheNextAndStillRestored() {
        for (int after = 1; after < 4; after++) {
            assertThat(tandem.runHalted(after, "scale-down", "--yes").code()).isEqualTo(Halt.CODE);
            RouteTables.endLease(AWS.dynamo(), "region/capacity");
        }
        fine("scale-down", "--yes");
        assertThat(target().maxCapacity()).isEqualTo(1);
        fine("scale-restore", "--yes");
        assertThat(target().minCapacity()).isEqualTo(2);
        assertThat(target().maxCapacity()).isEqualTo(8);
    }

    @Test
    void aWrongClockIsRefused() throws IOException {
        String identity = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                + "<Arn>arn:aws:sts::123456789012:user/moto</Arn><UserId>x</UserId><Account>123456789012</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
        try (ServerSocket early = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answer(early, identity), "a clock of yesterday");
            thread.setDaemon(true);
            thread.start();
            Result result = new TandemCommand(URI.create("http://127.0.0.1:" + early.getLocalPort())).run("failover", "--yes");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("tandem: this machine's clock is ").contains(" s ahead of AWS's, expected at most 30 s");
        }
    }

    private static void answer(ServerSocket server, String body) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(10));
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                StringBuilder request = new StringBuilder();
                byte[] part = new byte[8192];
                while (request.indexOf("GetCallerIdentity") < 0) {
                    int read = socket.getInputStream().read(part);
                    if (read < 0) {
                        throw new EOFException("no request");
                    }
                    request.append(new String(part, 0, read, StandardCharsets.US_ASCII));
                }
                socket.getOutputStream().write(("HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Type: text/xml\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                continue; // The test is over, or a client went away and comes again.
            }
        }
    }

    @Test
    @Covers(value = "R11.5", evidence = Evidence.SIMULATED)
    void quotasWarnOfWhatMaximumScaleWouldUse() {
        Result result = tandem.run("quotas");
        assertThat(result.code()).as(result.err()).isEqualTo(1);
        // stable at its most, 8 tasks, and the canary's 2, half a vCPU each; AWS's default is 6
        assertThat(result.out()).as(result.err()).containsPattern("! Fargate on demand +2 +5 +6 +83 %  vCPU, default")
                .containsPattern("  Network interfaces \\(ENI\\) +0 +6 +5000 +0 %  interfaces, account")
                .contains("docs/runbooks/quota-near.md").contains("App Mesh: meshes").contains("Lambda: concurrent executions");
    }

    @Test
    @Covers(value = "R10.5", evidence = Evidence.SIMULATED)
    void sloShowsTheBudgetAndHowFastItIsSpent() {
        assertThat(tandem.run("slo", "auth").err()).contains("target group prod-auth-stable has no metrics in AWS/ApplicationELB");
        Instant now = Instant.now().minusSeconds(120);
        try (CloudWatchClient cloudWatch = AWS.client(CloudWatchClient.builder())) {
            for (Object[] each : new Object[][] {{"RequestCount", 10_000.0}, {"HTTPCode_Target_5XX_Count", 5.0}}) {
                cloudWatch.putMetricData(p -> p.namespace("AWS/ApplicationELB").metricData(d -> d.metricName((String) each[0])
                        .value((Double) each[1]).timestamp(now)
                        .dimensions(x -> x.name("LoadBalancer").value("app/tandem/1"),
                                x -> x.name("TargetGroup").value("targetgroup/prod-auth-stable/2"))));
            }
        }
        Result result = fine("slo", "auth");
        assertThat(result.out()).contains("error budget: 50.0 % left of 30 days (5 of 10000 requests failed, objective 99.9 %)")
                .contains("burn rate: 0.5 in the last hour, 0.5 in the last six");
        Result strict = tandem.run("slo", "auth", "--objective", "99.99", "--json");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.out()).contains("\"met\" : false");
        assertThat(tandem.run("slo", "auth", "--objective", "100").code()).isEqualTo(2);
    }

    @Test
    @Covers(value = "R6.5", evidence = Evidence.SIMULATED)
    void smokeAsksEveryServiceThatHasAPath() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", exchange -> {
            boolean good = exchange.getRequestURI().getPath().equals("/api/auth/healthz")
                    && "yes".equals(exchange.getRequestHeaders().getFirst("x-tester"));
            exchange.sendResponseHeaders(good ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(fine("smoke", "--base", base, "--header", "x-tester=yes").out()).startsWith("ok      " + base + "/api/auth/healthz: HTTP 200");
            Result red = tandem.run("smoke", "auth", "--base", base);
            assertThat(red.code()).isEqualTo(1);
            assertThat(red.out()).isEqualTo("failed  " + base + "/api/auth/healthz: HTTP 503, expected 2xx\n");
            assertThat(tandem.run("smoke", "--url", "http://127.0.0.1:1/").out()).contains("no answer (");
            assertThat(tandem.run("smoke").code()).isEqualTo(2);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Covers(value = {"R11.2", "R11.3"}, evidence = Evidence.SIMULATED)
    void statusTellsOfBothRegionsAndHidesNothingOfOneForTheOther() {
        try (SsmClient ssm = AWS.client(SsmClient.builder())) {
            ssm.putParameter(p -> p.name("/tandem/prod/mesh/identity/auth").value("x").type(ParameterType.SECURE_STRING));
        }
        fine("throttle", "auth", "--rps", "10", "--yes", "-m", "overload");
        budget();
        Result both = tandem.run("status");
        assertThat(both.code()).isEqualTo(3);
        assertThat(both.out()).contains("eu-central-1 (prod)\nauth  version 2").contains("identity of auth: 0.0 h old")
                .contains("budget: 0.00 of 111.86 USD spent")
                .contains("alarms: none rings").containsPattern("change: \\S+  throttle auth: 1 -> 2  arn:aws:sts::123456789012:user/moto  overload")
                .contains("eu-west-1: not known, see above");
        assertThat(both.err()).contains("there is no table tandem-prod-routes in eu-west-1");
        assertThat(fine("status", "--region", "eu-central-1", "--json").out()).contains("\"identityAgeSeconds\"").contains("\"alarms\" : [ ]");
    }

    private static void budget() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        var budget = JsonNodeFactory.instance.objectNode().put("AccountId", Moto.ACCOUNT);
        budget.putObject("Budget").put("BudgetName", "tandem-prod-eu-central-1").put("BudgetType", "COST").put("TimeUnit", "MONTHLY")
                .putObject("BudgetLimit").put("Amount", "111.86").put("Unit", "USD");
        budget.putArray("NotificationsWithSubscribers");
        new SignedCall(new AwsAccess("us-east-1", Optional.empty(), Optional.of(AWS.moto().endpoint())), "budgets", "budgets.amazonaws.com")
                .json("AWSBudgetServiceGateway.CreateBudget", budget);
    }
}
