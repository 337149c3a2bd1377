package dev.tandem.components.service;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.aws.lb.ListenerCertificate;
import com.pulumi.aws.lb.ListenerCertificateArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHostHeaderArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.inputs.RecordWeightedRoutingPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.edge.EdgeCertificate;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.OwnBoundary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all trials of a region have in common: their host's name and the end of its paths, and their permissions boundary. */
public final class StagingGround extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:service:StagingGround";

    private final Optional<Policy> boundary;

    private StagingGround(
            String name, FoundationRef foundation, Staging staging, List<String> trials, Optional<Output<String>> zoneId,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        StagingName named = StagingName.of(staging, foundation.region());
        zoneId.ifPresent(zone -> record(name, foundation, named, zone, child));
        named.certificate().ifPresent(certificate -> new ListenerCertificate(name + "-certificate", ListenerCertificateArgs.builder()
                .listenerArn(foundation.httpsListenerArn())
                .certificateArn(EdgeCertificate.arn(name, certificate, child))
                .build(), child));
        // Without it a path that no trial has would lead to the service in production that has it.
        new ListenerRule(name + "-no-other-path", ListenerRuleArgs.builder()
                .listenerArn(foundation.httpsListenerArn())
                .priority(EdgeRoutes.HOST_GUARD)
                .conditions(host(staging.host()))
                .actions(ListenerRuleActionArgs.builder()
                        .type("fixed-response")
                        .fixedResponse(ListenerRuleActionFixedResponseArgs.builder()
                                .statusCode("404").contentType("text/plain").messageBody("no such path in staging").build())
                        .build())
                .build(), child);
        boundary = !staging.created() ? Optional.empty() : Optional.of(new Policy(name + "-boundary", PolicyArgs.builder()
                .name(staging.boundaryArn().substring(staging.boundaryArn().lastIndexOf('/') + 1))
                .description("The most that any role of a trial in staging may do")
                .policy(StagingBoundary.of(ServiceNames.of(trials.get(0), foundation), trials).toJson())
                .build(), child));
        registerOutputs(Map.of());
    }

    private static void record(
            String name, FoundationRef foundation, StagingName named, Output<String> zoneId, CustomResourceOptions child) {
        new Record(name + "-record", RecordArgs.builder()
                .zoneId(zoneId)
                .name(named.host())
                .type("A")
                .setIdentifier(named.identifier())
                .weightedRoutingPolicies(RecordWeightedRoutingPolicyArgs.builder().weight(named.weight()).build())
                .aliases(RecordAliasArgs.builder()
                        .name(foundation.albDnsName())
                        .zoneId(foundation.albZoneId())
                        .evaluateTargetHealth(true)
                        .build())
                .build(), child);
    }

    /**
     * Declares what trials have in common; nothing where there are none.
     *
     * @param zoneId the public zone, where this stack knows it
     * @return options of the trials: their roles wait for the boundary that is made here
     * @throws IllegalArgumentException when trials have more than one host or boundary
     */
    static ComponentResourceOptions declare(
            FoundationRef foundation, Collection<MeshServiceArgs> services, Optional<Output<String>> zoneId,
            ComponentResourceOptions options) {
        List<Staging> grounds = services.stream().flatMap(args -> args.staging().stream()).distinct().toList();
        if (grounds.isEmpty()) {
            return options;
        }
        if (grounds.size() > 1) {
            throw new IllegalArgumentException("trials run in " + grounds + ": expected one host and one boundary in a region");
        }
        return new StagingGround("staging", foundation, grounds.get(0), StagingPlan.names(services), zoneId, options).boundary
                .map(policy -> OwnBoundary.rolesWait(policy, options)).orElse(options);
    }

    static ListenerRuleConditionArgs host(String host) {
        return ListenerRuleConditionArgs.builder()
                .hostHeader(ListenerRuleConditionHostHeaderArgs.builder().values(host).build())
                .build();
    }
}
