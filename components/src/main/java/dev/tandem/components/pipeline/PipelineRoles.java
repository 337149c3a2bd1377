package dev.tandem.components.pipeline;

import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.BoundedRole;
import java.util.Map;

/** Provider and roles of a build server. IAM is global: one stack of the pair declares them. */
public final class PipelineRoles extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:pipeline:PipelineRoles";

    /** Declares what the arguments ask for in a foundation's account. */
    public PipelineRoles(String name, FoundationRef own, PipelineArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        PipelinePlan plan = PipelinePlan.of(own.project(), own.environment(), own.accountId(), own.permissionsBoundaryArn(), args);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        CustomResourceOptions role = plan.issuer().map(issuer -> CustomResourceOptions.merge(child, CustomResourceOptions.builder()
                .dependsOn(new OpenIdConnectProvider(name, OpenIdConnectProviderArgs.builder()
                        .url(issuer)
                        .clientIdLists(BuildServer.AUDIENCE)
                        .build(), child)).build())).orElse(child);
        plan.push().ifPresent(push -> BoundedRole.create(name + "-push", push, role));
        BoundedRole.create(name + "-" + args.deploys(), plan.deploy(), role);
        registerOutputs(Map.of("deployRole", Output.of(plan.deploy().name())));
    }
}
