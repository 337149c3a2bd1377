package dev.tandem.components.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What a pipeline gets. Immutable.
 *
 * @param server         whose jobs
 * @param regions        primary region, then the secondary one
 * @param deploys        name of the environment at the build server, part of the role's name
 * @param pushes         whether there is a role that pushes images; one stack of an account has it
 * @param providerArn    the account's provider for the issuer; empty when the stack makes it
 * @param stateBucketArn bucket of Pulumi's states; empty when they are kept elsewhere
 * @param stateKeyArn    key of that bucket or of the stacks' secrets; empty for none
 * @param rollouts       whether ECS rolls a service out, which is released by Cloud Control
 */
public record PipelineArgs(BuildServer server, List<String> regions, String deploys, boolean pushes, Optional<String> providerArn,
        Optional<String> stateBucketArn, Optional<String> stateKeyArn, boolean rollouts) {

    /** Copies the list. */
    public PipelineArgs {
        regions = List.copyOf(regions);
    }
}
