package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.iam.NoOpenTrust;
import dev.tandem.policies.iam.NoPublicResourcePolicy;
import dev.tandem.policies.iam.NoWildcardAllow;
import dev.tandem.policies.iam.PermissionsBoundary;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Identity and access: who may do what, statement by statement. */
final class IamRules {

    private IamRules() {}

    static List<Rule> rules() {
        return List.of(
                must("iam-permissions-boundary", Severity.HIGH)
                        .says("IAM roles and users carry the configured permissions boundary")
                        .fix("Set permissionsBoundary to the policy that <project>:permissionsBoundaryArn names; the"
                                + " components do so when a role is made through BoundedRole.")
                        .gdpr("Art. 25(2)", "Art. 32(1)(b)").nis2("Art. 21(2)(i)").iso("A.5.15", "A.8.2")
                        .text("permissionsBoundaryArn", "ARN that every role and user must carry")
                        .texts("furtherBoundaryArns", "ARNs that they may carry instead, such as that of trials in staging")
                        .check(new PermissionsBoundary(), PermissionsBoundary.TYPES),
                must("iam-no-wildcard-allow", Severity.CRITICAL)
                        .says("No identity policy allows everything, or a whole service, on every resource")
                        .fix("List the actions that are used and the ARNs they are used on; a service-wide action"
                                + " needs named resources.")
                        .gdpr("Art. 25(2)", "Art. 32(1)(b)").nis2("Art. 21(2)(i)").iso("A.5.15", "A.8.2")
                        .cis("1.16").fsbp("IAM.1", "IAM.21")
                        .check(new NoWildcardAllow(), NoWildcardAllow.TYPES),
                must("iam-no-open-trust", Severity.CRITICAL)
                        .says("No role may be assumed by everybody")
                        .fix("Name the service, account or role that may assume it, or add a condition such as"
                                + " aws:PrincipalOrgID.")
                        .gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(i)").iso("A.5.15", "A.8.3")
                        .check(new NoOpenTrust(), NoOpenTrust.TYPES),
                must("iam-no-public-resource-policy", Severity.CRITICAL)
                        .says("No resource policy lets everybody in")
                        .fix("Name the principals, or add a condition that says for whom: aws:SourceArn,"
                                + " aws:SourceAccount, aws:PrincipalOrgID.")
                        .gdpr("Art. 25(2)", "Art. 32(1)(b)").nis2("Art. 21(2)(i)").iso("A.5.15", "A.8.3")
                        .fsbp("S3.2", "SQS.3", "SNS.4")
                        .check(new NoPublicResourcePolicy(), NoPublicResourcePolicy.TYPES));
    }
}
