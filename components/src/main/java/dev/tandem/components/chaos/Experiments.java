package dev.tandem.components.chaos;

import com.pulumi.aws.fis.ExperimentTemplate;
import com.pulumi.aws.fis.ExperimentTemplateArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateActionArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateActionParameterArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateActionTargetArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateExperimentOptionsArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateLogConfigurationArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateLogConfigurationCloudwatchLogsConfigurationArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateStopConditionArgs;
import com.pulumi.aws.fis.inputs.ExperimentTemplateTargetArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.aws.ssm.Document;
import com.pulumi.aws.ssm.DocumentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.BoundedRole;
import dev.tandem.components.logs.VendedLogGroup;
import dev.tandem.components.service.MeshService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Experiment templates of AWS Fault Injection Service. A template breaks nothing until somebody starts it. */
public final class Experiments extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:chaos:Experiments";

    private static final int LOG_SCHEMA = 2;

    private final FoundationRef own;

    /**
     * Declares the templates, their role and its boundary, and their logs.
     *
     * @param services the region's services, whose alarms are there first
     * @throws IllegalArgumentException when the arguments don't fit the services
     */
    public Experiments(String name, FoundationRef own, Collection<MeshService> services, ChaosArgs args,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.own = own;
        ChaosPlan plan = ChaosPlan.of(FunctionRoles.in(own), own.privateSubnetIds().size(),
                services.stream().map(service -> service.plan().args()).toList(), args);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        Policy boundary = new Policy(name + "-boundary", PolicyArgs.builder()
                .name(plan.boundaryName())
                .description("The most that the role of experiments may do")
                .policy(plan.rights().toJson())
                .build(), child);
        BoundedRole role = BoundedRole.create(name, plan.role(), after(child, List.of(boundary)));
        VendedLogGroup logs = VendedLogGroup.create(name, own, plan.logs(), child);
        List<Resource> ready = new ArrayList<>(services);
        ready.addAll(role.policies());
        ready.add(logs.policy());
        plan.latency().ifPresent(latency -> ready.addAll(automations(name, latency, child)));
        CustomResourceOptions last = after(child, ready);
        plan.experiments().forEach(experiment -> template(name, plan, experiment, role, logs, last));
        registerOutputs(Map.of());
    }

    private static CustomResourceOptions after(CustomResourceOptions options, List<Resource> first) {
        return CustomResourceOptions.merge(options, CustomResourceOptions.builder().dependsOn(first).build());
    }

    private static List<Resource> automations(String name, LatencyPlan plan, CustomResourceOptions options) {
        BoundedRole role = BoundedRole.create(name + "-latency", plan.role(), options);
        List<Resource> ready = new ArrayList<>(role.policies());
        plan.documents().forEach((document, content) -> ready.add(new Document(document, DocumentArgs.builder()
                .name(document)
                .documentType("Automation")
                .documentFormat("JSON")
                .content(content)
                .build(), after(options, List.of(role.role())))));
        return ready;
    }

    private void template(String name, ChaosPlan plan, ExperimentPlan experiment, BoundedRole role, VendedLogGroup logs,
            CustomResourceOptions options) {
        ExperimentTemplateActionArgs.Builder action = ExperimentTemplateActionArgs.builder()
                .name(experiment.key())
                .actionId(experiment.action())
                .parameters(experiment.parameters().entrySet().stream()
                        .map(each -> ExperimentTemplateActionParameterArgs.builder().key(each.getKey()).value(each.getValue()).build())
                        .toList());
        experiment.target().map(ExperimentPlan.Target::key).ifPresent(key ->
                action.target(ExperimentTemplateActionTargetArgs.builder().key(key).value(key).build()));
        new ExperimentTemplate(name + "-" + experiment.key(), ExperimentTemplateArgs.builder()
                .description(experiment.description())
                .roleArn(role.role().arn())
                .targets(experiment.target().map(this::target).stream().toArray(ExperimentTemplateTargetArgs[]::new))
                .actions(action.build())
                .stopConditions(experiment.stopAlarms().stream()
                        .map(alarm -> ExperimentTemplateStopConditionArgs.builder().source("aws:cloudwatch:alarm").value(alarm).build())
                        .toList())
                // An experiment that finds nothing to break would look like one that was passed.
                .experimentOptions(ExperimentTemplateExperimentOptionsArgs.builder()
                        .accountTargeting("single-account").emptyTargetResolutionMode("fail").build())
                .logConfiguration(ExperimentTemplateLogConfigurationArgs.builder()
                        .logSchemaVersion(LOG_SCHEMA)
                        .cloudwatchLogsConfiguration(ExperimentTemplateLogConfigurationCloudwatchLogsConfigurationArgs.builder()
                                .logGroupArn(logs.destination()).build())
                        .build())
                .tags(Map.of("Name", plan.name() + "-" + experiment.key()))
                .build(), options);
    }

    private ExperimentTemplateTargetArgs target(ExperimentPlan.Target target) {
        ExperimentTemplateTargetArgs.Builder args = ExperimentTemplateTargetArgs.builder()
                .name(target.key()).resourceType(target.resourceType()).selectionMode(target.selection());
        if (target instanceof ExperimentPlan.OneTask task) {
            return args.parameters(own.clusterName().applyValue(cluster -> Map.of("cluster", cluster, "service", task.service()))).build();
        }
        return args.resourceArns(subnets((ExperimentPlan.Subnets) target)).build();
    }

    private Output<List<String>> subnets(ExperimentPlan.Subnets subnets) {
        List<Output<String>> ids = new ArrayList<>();
        subnets.zones().forEach(zone -> {
            ids.add(own.privateSubnetIds().get(zone));
            if (subnets.edge()) {
                ids.add(own.publicSubnetIds().get(zone));
            }
        });
        String prefix = "arn:aws:ec2:" + own.region() + ":" + own.accountId() + ":subnet/";
        return Output.all(ids).applyValue(all -> all.stream().map(id -> prefix + id).toList());
    }
}
