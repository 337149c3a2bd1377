package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One service of one team on ECS Fargate: task with Envoy and collector, discovery, path, security group, roles, scaling,
 * alarms, and when asked for a table, a queue and a secret.
 *
 * <p>Every child has this component as parent and so its region's provider. Services of one region that call each other, or
 * share the load balancer, are best made together by {@link ServiceMesh}.
 */
public final class MeshService extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:service:MeshService";

    private final MeshServicePlan plan;
    private final Output<String> securityGroupId;
    private final Output<String> serviceArn;
    private final Optional<Table> table;

    /**
     * Declares a service.
     *
     * @param name       Pulumi name, prefix of all children's names; normally the service's name
     * @param foundation the region it runs in
     * @param args       what the team says about it
     * @param routes     paths of the region's load balancer, among them the service's own
     * @param options    options; its provider decides the region
     * @throws IllegalArgumentException when the service's path is none of the routes, or names become too long
     */
    public MeshService(
            String name, FoundationRef foundation, MeshServiceArgs args, EdgeRoutes routes, ComponentResourceOptions options) {
        this(name, foundation, args, routes, MeshMembership.alone(ServiceNames.of(args.name(), foundation)), options);
    }

    /**
     * Declares a service that calls others.
     *
     * @param name       Pulumi name, prefix of all children's names; normally the service's name
     * @param foundation the region it runs in
     * @param args       what the team says about it
     * @param routes     paths of the region's load balancer, among them the service's own
     * @param mesh       its place in the mesh
     * @param options    options; its provider decides the region
     * @throws IllegalArgumentException when the service's path is none of the routes, or names become too long
     */
    public MeshService(
            String name, FoundationRef foundation, MeshServiceArgs args, EdgeRoutes routes, MeshMembership mesh,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        plan = MeshServicePlan.of(
                ServiceNames.of(args.name(), foundation), args, routes, foundation.permissionsBoundaryArn(), mesh,
                Surroundings.of(foundation));
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

        LogGroup logs = ServiceData.logs(name, foundation, plan, child);
        table = ServiceData.create(name, foundation, plan, child);
        SecurityGroup group = ServiceTraffic.group(name, foundation, plan, child);
        Optional<ServiceEdge> edge =
                args.path().map(path -> ServiceEdge.create(name, foundation, plan, child));
        ServiceTask task = ServiceTask.create(name, plan, child);

        List<Resource> readyFirst = new ArrayList<>(task.ready());
        readyFirst.add(logs);
        edge.ifPresent(e -> readyFirst.add(e.rule()));
        // ECS looks the alarms up when it makes the service.
        readyFirst.addAll(ServiceAlarms.create(name, foundation, plan, edge, child));
        ServiceRuntime.Parts parts = new ServiceRuntime.Parts(task.definition().arn(), group.id(), edge, readyFirst);
        Output<String> serviceName;
        if (args.rollout().isPresent()) {
            var service = NativeRuntime.service(name, foundation, plan, parts, args.rollout().get(), child);
            serviceName = service.serviceName().applyValue(given -> given.orElse(plan.names().stable()));
            serviceArn = service.serviceArn();
        } else {
            var service = ServiceRuntime.service(name, foundation, plan, ServiceRuntime.Version.stable(plan), parts, child);
            serviceName = service.name();
            serviceArn = service.id();
        }
        ServiceScaling.create(name, foundation, plan, serviceName, edge, child);
        plan.canary().ifPresent(canary -> canary(name, foundation, canary, task, group, child));

        securityGroupId = group.id();
        Map<String, Output<?>> outputs = new TreeMap<>(Map.of("securityGroupId", securityGroupId, "serviceArn", serviceArn));
        // Nobody finds a version by its name that ECS exchanges: its requests come from the load balancer.
        if (args.rollout().isEmpty()) {
            outputs.put("discoveryName", Output.of(plan.names().stable() + ".svc.local"));
        }
        registerOutputs(outputs);
    }

    private void canary(String name, FoundationRef foundation, CanaryPlan canary, ServiceTask task, SecurityGroup group,
            CustomResourceOptions child) {
        ServiceRuntime.Version version = ServiceRuntime.Version.of(canary);
        var service = ServiceRuntime.service(name, foundation, plan, version, new ServiceRuntime.Parts(
                task.canary().orElseThrow().arn(), group.id(), Optional.empty(), task.ready()), child);
        ServiceScaling.canary(name, foundation, canary, service.name(), child);
    }

    /** What it was made from. */
    public MeshServicePlan plan() {
        return plan;
    }

    /** Stream of its table; empty when another stack declares the table, or it has no stream. */
    public Optional<Output<String>> tableStream() {
        return table.filter(made -> plan.args().outbox()).map(Table::streamArn);
    }

    /** Stream of the replica of its table; empty unless this stack declares one. */
    public Optional<Output<String>> replicaStream() {
        return table.filter(made -> plan.args().outbox() && plan.args().tableHome().replica().isPresent())
                .map(made -> made.replicas().applyValue(all -> all.get().get(0).streamArn().orElse("")));
    }

    /** Security group of its tasks. */
    public Output<String> securityGroupId() {
        return securityGroupId;
    }

    /** ARN of the ECS service of the stable version. */
    public Output<String> serviceArn() {
        return serviceArn;
    }
}
