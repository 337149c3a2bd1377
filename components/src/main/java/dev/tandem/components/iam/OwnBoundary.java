package dev.tandem.components.iam;

import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.PolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A permissions boundary that the stack makes itself. An account's own one is better: roles here cannot change that. */
public final class OwnBoundary extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:iam:OwnBoundary";

    /** IAM's limit of a managed policy, characters without white space. Source: IAM user guide, "IAM and AWS STS quotas". */
    static final int MOST = 6144;

    private static final String ROLE = "aws:iam/role:Role";

    private final Policy policy;

    private OwnBoundary(String name, String project, String accountId, String arn, List<String> regions,
            boolean rollouts, UnaryOperator<PolicyDocument> more, List<String> topics, ComponentResourceOptions options) {
        super(TYPE, name, options);
        policy = new Policy(name, PolicyArgs.builder()
                .name(arn.substring(arn.lastIndexOf('/') + 1))
                .description("The most that any role of " + project + " may do")
                .policy(fitting(arn, more.apply(PermissionsBoundary.of(project, accountId, regions, rollouts, topics.toArray(String[]::new)))))
                .build(), CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("arn", policy.arn()));
    }

    /**
     * Declares the boundary.
     *
     * @param arn     its ARN, known before it exists: roles name it
     * @param regions regions that roles may act in
     * @param rollouts whether ECS moves requests of a service
     * @param topics  ARNs of adopted alarms topics
     * @param more    what else it lets some roles do, such as {@link PipelineCeiling}
     * @param options options of what comes after it
     * @return the same options, under which every role waits for the boundary
     * @throws IllegalArgumentException when the document is longer than IAM takes
     */
    public static ComponentResourceOptions declare(String name, String project, String accountId, String arn,
            List<String> regions, boolean rollouts, List<String> topics, UnaryOperator<PolicyDocument> more,
            ComponentResourceOptions options) {
        return rolesWait(
                new OwnBoundary(name, project, accountId, arn, regions, rollouts, more, topics, options).policy, options);
    }

    /** The document's text; IAM would refuse a longer one only when it is deployed. */
    static String fitting(String arn, PolicyDocument document) {
        String text = document.toJson();
        if (text.length() > MOST) {
            String longest = document.statements().stream()
                    .max(Comparator.comparingInt((Statement each) -> PolicyDocument.identity(each).toJson().length()))
                    .map(Statement::sid).orElseThrow();
            throw new IllegalArgumentException("the permissions boundary " + arn + " has " + text.length() + " characters, IAM takes "
                    + MOST + "; the longest statement is " + longest + ". Fix: adopt fewer alarms topics, shorten the name of the "
                    + "bucket of states (tandem:pipeline), or give a boundary of the account's own (tandem:permissionsBoundaryArn)");
        }
        return text;
    }

    /** The same options, under which every role waits for a policy. */
    public static ComponentResourceOptions rolesWait(Policy policy, ComponentResourceOptions options) {
        ResourceTransformation rolesWait = args -> Optional.ofNullable(!args.resource().pulumiResourceType().equals(ROLE)
                ? null : new ResourceTransformation.Result(args.args(), CustomResourceOptions.merge(
                        (CustomResourceOptions) args.options(), CustomResourceOptions.builder().dependsOn(policy).build())));
        return ComponentResourceOptions.merge(options,
                ComponentResourceOptions.builder().resourceTransformations(rolesWait).build());
    }
}
