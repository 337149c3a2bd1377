package dev.tandem.components.service;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.iam.BoundedRole;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code tandem debug open} starts: for each service the definition of a debug task, a role for it, and the roles' boundary.
 * Nothing of it runs or costs until somebody starts it. Trials have none.
 */
public final class DebugAccess extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:service:DebugAccess";

    /**
     * Declares it.
     *
     * @param services the region's services
     * @throws IllegalArgumentException when a service's name is that of another one's debug task, or there is none
     */
    public DebugAccess(String name, Collection<MeshService> services, ComponentResourceOptions options) {
        super(TYPE, name, options);
        List<MeshServicePlan> plans = services.stream().map(MeshService::plan).filter(plan -> plan.args().staging().isEmpty()).toList();
        refuseMistaken(plans);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        ServiceNames names = plans.get(0).names();
        String arn = DebugPlan.boundaryArn(names);
        Policy boundary = new Policy(name + "-boundary", PolicyArgs.builder()
                .name(arn.substring(arn.lastIndexOf('/') + 1))
                .description("The most that any role of a debug task may do")
                .policy(DebugPlan.boundary(names).toJson())
                .build(), child);
        CustomResourceOptions later = CustomResourceOptions.merge(child,
                CustomResourceOptions.builder().dependsOn(boundary).build());
        plans.forEach(plan -> task(name + "-" + plan.args().name(), plan, later));
        registerOutputs(Map.of());
    }

    private static void task(String name, MeshServicePlan plan, CustomResourceOptions options) {
        DebugPlan debug = DebugPlan.of(plan);
        BoundedRole role = BoundedRole.create(name, debug.role(), options);
        ServiceTask.definition(name, debug.family(), plan, debug.containers(),
                Output.of("arn:aws:iam::" + plan.names().accountId() + ":role/" + plan.executionRole().name()),
                role.role().arn(), debug.tags(), options);
    }

    private static void refuseMistaken(List<MeshServicePlan> plans) {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("debug tasks are for services, found none: expected at least one in tandem:services");
        }
        Set<String> names = plans.stream().map(plan -> plan.args().name()).collect(Collectors.toSet());
        names.stream().filter(service -> names.contains(service + DebugPlan.SUFFIX)).findFirst().ifPresent(service -> {
            throw new IllegalArgumentException("services " + service + " and " + service + DebugPlan.SUFFIX
                    + ": the second has the name of the first one's debug task: expected another name while tandem:debug is on");
        });
    }
}
