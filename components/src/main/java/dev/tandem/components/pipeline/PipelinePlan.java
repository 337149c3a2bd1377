package dev.tandem.components.pipeline;

import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Roles of a pipeline, as plain data.
 *
 * @param issuer URL of the provider that is made; empty when the account has it
 * @param push   role of jobs that push images
 * @param deploy role of jobs that deploy to the environment
 */
public record PipelinePlan(Optional<String> issuer, Optional<RolePlan> push, RolePlan deploy) {

    /** Names of all roles of pipelines begin with it; a boundary can tell them by that. */
    public static final String PREFIX = "-pipeline-";

    /**
     * Plans the roles. Pure.
     *
     * @param project     first part of physical names
     * @param environment second part of them
     * @param accountId   twelve digits
     * @param boundaryArn permissions boundary of the roles
     */
    public static PipelinePlan of(String project, String environment, String accountId, String boundaryArn, PipelineArgs args) {
        String provider = args.providerArn().orElseGet(() -> args.server().providerArn(accountId));
        PipelineRights rights = new PipelineRights(project, environment, accountId, args.regions());
        Optional<RolePlan> push = args.pushes() ? Optional.of(new RolePlan(project + PREFIX + "push",
                "Jobs of " + args.server().repository() + " push images", args.server().branchJobs(provider),
                Map.of("push", PolicyDocument.identity(rights.push().toArray(Statement[]::new))), boundaryArn, Map.of()))
                : Optional.empty();
        List<Statement> operate = new ArrayList<>(rights.operate());
        operate.addAll(PipelineRights.state(args.stateBucketArn(), args.stateKeyArn()));
        Map<String, PolicyDocument> may = new TreeMap<>(Map.of("release", PolicyDocument.identity(rights.release().toArray(Statement[]::new)),
                "operate", PolicyDocument.identity(operate.toArray(Statement[]::new))));
        if (args.rollouts()) {
            may.put("rollout", PolicyDocument.identity(rights.rollout().toArray(Statement[]::new)));
        }
        RolePlan deploy = new RolePlan(project + PREFIX + args.deploys(),
                "Jobs of " + args.server().repository() + " release services to " + args.deploys(),
                args.server().environmentJobs(provider, args.deploys()), may, boundaryArn, Map.of());
        return new PipelinePlan(args.providerArn().isPresent() ? Optional.empty() : Optional.of(args.server().issuer()), push, deploy);
    }
}
