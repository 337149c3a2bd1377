package dev.tandem.ops.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerImage;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionSummary;

/** Reads the deployments of one ECS service. ECS keeps those of the last 90 days. */
public final class Rollouts {

    private static final String APPLICATION = "app";

    private final EcsClient ecs;
    private final String cluster;
    private final String service;

    /**
     * Over one service.
     *
     * @param cluster ECS cluster, such as {@code tandem-prod}
     * @param service ECS service, such as {@code auth-stable}
     */
    public Rollouts(EcsClient ecs, String cluster, String service) {
        this.ecs = ecs;
        this.cluster = cluster;
        this.service = service;
    }

    /** Name of the ECS service, and where it is. */
    String name() {
        return service + " in " + cluster;
    }

    /**
     * The newest deployment; empty when ECS remembers none.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when ECS refuses
     */
    public Optional<Rollout> newest() {
        return all().stream().max(Comparator.comparing(ServiceDeploymentBrief::createdAt)).flatMap(brief -> ecs
                .describeServiceDeployments(request -> request.serviceDeploymentArns(brief.serviceDeploymentArn()))
                .serviceDeployments().stream().findFirst().map(this::read));
    }

    /** In no order that ECS would promise. */
    private List<ServiceDeploymentBrief> all() {
        List<ServiceDeploymentBrief> found = new ArrayList<>();
        String next = null;
        do {
            String token = next;
            ListServiceDeploymentsResponse page =
                    ecs.listServiceDeployments(request -> request.cluster(cluster).service(service).nextToken(token));
            found.addAll(page.serviceDeployments());
            next = page.nextToken();
        } while (next != null && !next.isEmpty());
        return found;
    }

    private Rollout read(ServiceDeployment deployment) {
        ServiceRevisionSummary target = deployment.targetServiceRevision();
        boolean known = target != null;
        return new Rollout(deployment.serviceDeploymentArn(),
                deployment.deploymentConfiguration() == null ? "" : text(deployment.deploymentConfiguration().strategyAsString()),
                text(deployment.statusAsString()), text(deployment.lifecycleStageAsString()),
                known ? image(target.arn()) : "",
                known && target.requestedProductionTrafficWeight() != null ? target.requestedProductionTrafficWeight() : 0,
                known ? number(target.runningTaskCount()) : 0, known ? number(target.requestedTaskCount()) : 0, reasons(deployment));
    }

    private String image(String revision) {
        return ecs.describeServiceRevisions(request -> request.serviceRevisionArns(revision)).serviceRevisions().stream()
                .flatMap(each -> each.containerImages().stream())
                .filter(container -> APPLICATION.equals(container.containerName()))
                .map(Rollouts::image).findFirst().orElse("");
    }

    /** With its digest, which ECS finds when the image is named by a tag. */
    private static String image(ContainerImage container) {
        String named = text(container.image());
        return named.contains("@") || container.imageDigest() == null ? named : named + "@" + container.imageDigest();
    }

    private static List<String> reasons(ServiceDeployment deployment) {
        List<String> reasons = new ArrayList<>();
        add(reasons, deployment.statusReason());
        if (deployment.rollback() != null) {
            add(reasons, deployment.rollback().reason());
        }
        if (deployment.alarms() != null && !deployment.alarms().triggeredAlarmNames().isEmpty()) {
            reasons.add("alarms that ring: " + String.join(", ", deployment.alarms().triggeredAlarmNames()));
        }
        if (deployment.deploymentCircuitBreaker() != null && number(deployment.deploymentCircuitBreaker().failureCount()) > 0) {
            reasons.add("tasks that did not start: " + deployment.deploymentCircuitBreaker().failureCount());
        }
        return reasons;
    }

    private static void add(List<String> reasons, String reason) {
        if (reason != null && !reason.isBlank() && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}
