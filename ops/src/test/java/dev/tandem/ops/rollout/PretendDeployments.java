package dev.tandem.ops.rollout;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServiceRevisionsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceRevisionsResponse;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;

/** ECS's deployments of web-stable, which no simulator has: the newest goes through states that the test gives, one a look. */
final class PretendDeployments implements EcsClient {

    static final String IMAGE = "tandem/prod/web@sha256:" + "0a".repeat(32);

    private final Deque<ServiceDeployment> states = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private int denied;

    PretendDeployments at(String status, String stage, double percent, Consumer<ServiceDeployment.Builder> more) {
        ServiceDeployment.Builder deployment = ServiceDeployment.builder().serviceDeploymentArn("arn:new").status(status)
                .lifecycleStage(stage.isEmpty() ? null : stage)
                .deploymentConfiguration(DeploymentConfiguration.builder().strategy("CANARY").build())
                .targetServiceRevision(target -> target.arn("arn:revision").requestedProductionTrafficWeight(percent)
                        .runningTaskCount(2).requestedTaskCount(2));
        more.accept(deployment);
        states.add(deployment.build());
        return this;
    }

    PretendDeployments at(String status, String stage, double percent) {
        return at(status, stage, percent, nothing -> { });
    }

    /** So many lists are refused first. */
    PretendDeployments denied(int times) {
        denied = times;
        return this;
    }

    /** Services and tokens of the lists. */
    List<String> asked() {
        return asked;
    }

    @Override
    public ListServiceDeploymentsResponse listServiceDeployments(ListServiceDeploymentsRequest request) {
        asked.add(request.cluster() + " " + request.service() + " " + request.nextToken());
        if (denied-- > 0) {
            throw (EcsException) EcsException.builder().message("try later").statusCode(500).build();
        }
        // The newest comes in the middle, on two pages.
        return request.nextToken() == null
                ? ListServiceDeploymentsResponse.builder().nextToken("more")
                        .serviceDeployments(old -> old.serviceDeploymentArn("arn:old").createdAt(Instant.EPOCH)).build()
                : states.isEmpty() ? ListServiceDeploymentsResponse.builder().build()
                        : ListServiceDeploymentsResponse.builder().serviceDeployments(
                        fresh -> fresh.serviceDeploymentArn("arn:new").createdAt(Instant.EPOCH.plusSeconds(9)),
                        old -> old.serviceDeploymentArn("arn:older").createdAt(Instant.EPOCH.plusSeconds(1))).build();
    }

    @Override
    public DescribeServiceDeploymentsResponse describeServiceDeployments(DescribeServiceDeploymentsRequest request) {
        return request.serviceDeploymentArns().equals(List.of("arn:new"))
                ? DescribeServiceDeploymentsResponse.builder().serviceDeployments(states.size() > 1 ? states.poll() : states.peek()).build()
                : DescribeServiceDeploymentsResponse.builder().build();
    }

    @Override
    public DescribeServiceRevisionsResponse describeServiceRevisions(DescribeServiceRevisionsRequest request) {
        return DescribeServiceRevisionsResponse.builder().serviceRevisions(revision -> revision.containerImages(
                envoy -> envoy.containerName("envoy").image("tandem/envoy@sha256:ee"),
                app -> app.containerName("app").image(IMAGE))).build();
    }

    @Override
    public String serviceName() {
        return "ecs";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
