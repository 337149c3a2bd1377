package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.access;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.iam.BoundaryCeiling;
import dev.tandem.policies.iam.CombinedEscalation;
import dev.tandem.policies.iam.ConfusedDeputy;
import dev.tandem.policies.iam.GroupsUsed;
import dev.tandem.policies.iam.NoLockout;
import dev.tandem.policies.iam.NoNegatedAllow;
import dev.tandem.policies.iam.NoUsers;
import dev.tandem.policies.iam.OtherAccounts;
import dev.tandem.policies.iam.PasswordPolicy;
import dev.tandem.policies.iam.ResourcesNamed;
import dev.tandem.policies.iam.TrustNamesRoles;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Who there is, and statements that say more than they seem to. */
final class IdentityRules {

    private IdentityRules() {}

    static List<Rule> rules() {
        return List.of(
                access(advice("iam-writes-name-resources", Severity.MEDIUM))
                        .says("Actions that change something name their resources")
                        .fix("Put the ARNs that are needed under Resource.")
                        .fsbp("IAM.21")
                        .check(ResourcesNamed.changing(), ResourcesNamed.TYPES),
                access(advice("iam-reads-name-resources", Severity.LOW))
                        .says("Actions that read name their resources")
                        .fix("Put the ARNs that are needed under Resource.")
                        .check(ResourcesNamed.reading(), ResourcesNamed.TYPES),
                access(stackMust("iam-no-combined-escalation", Severity.CRITICAL))
                        .says("No holder of several policies can give itself more rights")
                        .fix("Name the roles and functions that are meant, or give the policies to different roles.")
                        .check(new CombinedEscalation()),
                access(stackMust("iam-boundary-ceiling", Severity.HIGH))
                        .says("Permissions boundaries cannot be left by those who carry them")
                        .fix("Deny the actions that the message names, or allow them with iam:PermissionsBoundary only.")
                        .texts("permissionsCeiling", "action patterns that boundaries may allow at most; by default no limit")
                        .check(new BoundaryCeiling()),
                access(advice("iam-no-negated-allow", Severity.MEDIUM))
                        .says("Statements that allow say what, not what not")
                        .fix("List actions and resources; keep NotAction and NotResource for Deny.")
                        .check(new NoNegatedAllow(), NoNegatedAllow.TYPES),
                access(advice("iam-service-source", Severity.HIGH))
                        .says("Services use resources on behalf of named sources only")
                        .fix("Add ArnLike on aws:SourceArn, or StringEquals on aws:SourceAccount.")
                        .check(new ConfusedDeputy(), ConfusedDeputy.TYPES),
                access(advice("iam-trust-names-roles", Severity.MEDIUM))
                        .says("Roles are assumed by roles, not by whole accounts")
                        .fix("Name the role that assumes it; ask another company's account for sts:ExternalId.")
                        .check(new TrustNamesRoles(), TrustNamesRoles.TYPES),
                access(advice("iam-other-accounts", Severity.MEDIUM))
                        .says("Resource policies let other accounts in by decision only")
                        .fix("Name principals of the own account, or list the account under eu-compliance:trustedAccounts.")
                        .texts("trustedAccounts", "numbers of accounts that resource policies may let in")
                        .check(new OtherAccounts(), OtherAccounts.TYPES),
                access(advice("iam-no-users", Severity.MEDIUM))
                        .says("There are no IAM users")
                        .fix("Use IAM Identity Center for people, and a role for programs.")
                        .texts("allowedUsers", "names of users that may be, such as one for emergencies")
                        .check(new NoUsers(), NoUsers.TYPES),
                access(advice("iam-password-policy", Severity.MEDIUM))
                        .says("Passwords are long, and not used again")
                        .fix("Set what the message names.")
                        .cis("1.8", "1.9").fsbp("IAM.7")
                        .check(new PasswordPolicy(), "aws:iam/accountPasswordPolicy:AccountPasswordPolicy"),
                access(stackAdvice("iam-groups-used", Severity.LOW))
                        .says("Users are in groups, and groups have users")
                        .fix("Add a GroupMembership, or remove what is not used.")
                        .cis("1.15")
                        .check(new GroupsUsed()),
                access(advice("policy-no-lockout", Severity.HIGH))
                        .says("No resource policy locks everybody out")
                        .fix("Add a condition to the Deny, or name the actions and principals.")
                        .check(new NoLockout(), NoLockout.TYPES));
    }
}
