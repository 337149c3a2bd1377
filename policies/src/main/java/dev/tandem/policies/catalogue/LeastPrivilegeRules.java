package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.access;
import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.iam.NoAccessKeys;
import dev.tandem.policies.iam.NoAdminPolicy;
import dev.tandem.policies.iam.NoPolicyOnUser;
import dev.tandem.policies.iam.NoPrivilegeEscalation;
import dev.tandem.policies.iam.NoSensitiveActionEverywhere;
import dev.tandem.policies.iam.NoWildcardResourcePolicy;
import dev.tandem.policies.iam.OidcSubject;
import dev.tandem.policies.iam.PassRoleLimited;
import dev.tandem.policies.iam.PolicyIsJson;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Least privilege beyond wildcards: what rights lead to, and who holds them. */
final class LeastPrivilegeRules {

    private LeastPrivilegeRules() {}

    static List<Rule> rules() {
        return List.of(
                access(must("iam-no-privilege-escalation", Severity.CRITICAL))
                        .says("No policy lets its holder give itself more rights")
                        .fix("Name the roles, policies or functions that are meant, or split the actions between roles.")
                        .check(new NoPrivilegeEscalation(), NoPrivilegeEscalation.TYPES),
                access(must("iam-no-sensitive-action-everywhere", Severity.HIGH))
                        .says("Actions on credentials, data and permissions name their resources")
                        .fix("Put the ARNs that are needed under Resource.")
                        .check(new NoSensitiveActionEverywhere(), NoSensitiveActionEverywhere.TYPES),
                access(must("iam-pass-role-limited", Severity.HIGH))
                        .says("Roles are passed by name, or to named services")
                        .fix("Name the roles under Resource, and add StringEquals on iam:PassedToService.")
                        .check(new PassRoleLimited(), PassRoleLimited.TYPES),
                access(must("iam-no-admin-policy", Severity.CRITICAL))
                        .says("Nobody gets an administrator's policy")
                        .fix("Attach a policy with the actions that are used; AWS' job-function policies are for people.")
                        .cis("1.16").fsbp("IAM.1")
                        .check(new NoAdminPolicy(), NoAdminPolicy.TYPES),
                access(must("iam-no-access-keys", Severity.HIGH))
                        .says("No long-lived access keys")
                        .fix("Let the workload assume a role; from outside AWS through OpenID Connect or IAM Roles"
                                + " Anywhere.")
                        .cis("1.13").fsbp("IAM.3")
                        .check(new NoAccessKeys(), "aws:iam/accessKey:AccessKey"),
                access(must("iam-no-policy-on-user", Severity.MEDIUM))
                        .says("Users get rights through groups or roles")
                        .fix("Attach the policy to a group, and put the user into it.")
                        .cis("1.15").fsbp("IAM.2")
                        .check(new NoPolicyOnUser(), NoPolicyOnUser.TYPES),
                access(must("iam-oidc-subject", Severity.CRITICAL))
                        .says("Federated trust names whose tokens are accepted")
                        .fix("Add a condition on the provider's sub claim, such as repo:organisation/repository:ref:refs/heads/main.")
                        .check(new OidcSubject(), OidcSubject.TYPES),
                access(must("iam-resource-policy-actions", Severity.MEDIUM))
                        .says("Resource and trust policies name the actions they allow")
                        .fix("List the actions that the principals use.")
                        .check(new NoWildcardResourcePolicy(), NoWildcardResourcePolicy.TYPES),
                access(must("iam-policy-is-json", Severity.HIGH))
                        .says("Policy documents can be read")
                        .fix("Mend the document at the position that the message names; build it from data rather than"
                                + " from text.")
                        .check(new PolicyIsJson(), PolicyIsJson.TYPES));
    }
}
