package dev.tandem.infra;

import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ProviderResource;
import dev.tandem.components.iam.OwnBoundary;
import dev.tandem.components.iam.PipelineCeiling;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.infra.config.StackConfig;
import java.util.List;

/** Which provider components use, and under which permissions boundary their roles stand. */
final class Boundary {

    private Boundary() {}

    /** Options of every component: the region's providers and, where the stack makes the boundary, roles that wait for it. */
    static ComponentResourceOptions under(StackConfig config, List<ProviderResource> providers) {
        ComponentResourceOptions inRegion = ComponentResourceOptions.builder().providers(providers).build();
        return config.createsBoundary()
                ? OwnBoundary.declare("boundary", StackConfig.PROJECT, config.accountId(), config.permissionsBoundaryArn(),
                        List.of(config.region(), config.peer().region()), RegionProviders.rollouts(config),
                        config.existing().foundation().alarmTopicArn().stream().toList(), document -> ceiling(config, document), inRegion)
                : inRegion;
    }

    private static PolicyDocument ceiling(StackConfig config, PolicyDocument usual) {
        return config.pipeline().map(pipeline -> PipelineCeiling.on(usual, StackConfig.PROJECT, config.accountId(),
                pipeline.regions(), pipeline.stateBucketArn())).orElse(usual);
    }
}
