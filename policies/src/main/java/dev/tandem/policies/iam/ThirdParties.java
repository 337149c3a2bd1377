package dev.tandem.policies.iam;

import dev.tandem.policies.Settings;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Principals;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A role that a third party assumes on behalf of many customers asks for this customer's external id, also where it names one role
 * of theirs: without it another customer may have the third party use the role. Which accounts are third parties is
 * {@code thirdPartyAccounts}, besides three that publish theirs. Source: "Access to AWS accounts owned by third parties",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html.
 */
public final class ThirdParties implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.TRUST);

    /** Accounts that their owners publish in the set-up of their integrations; compared with several such set-ups in November 2026. */
    private static final Map<String, String> PUBLISHED =
            Map.of("464622532012", "Datadog", "754728514883", "New Relic", "956993596390", "Vanta");

    @Override
    public void check(ResourceContext context) {
        Set<String> named = new HashSet<>(Settings.texts(context, "thirdPartyAccounts").orElse(List.of()));
        Grants.allows(context, PolicyKind.TRUST, statement -> {
            if (statement.conditions().limit(Set.of("sts:externalid"))) {
                return;
            }
            context.each(statement.principals().ofKind("AWS"), principal -> judge(context, principal, named, statement.label()));
        });
    }

    private static void judge(ResourceContext context, Property principal, Set<String> named, String label) {
        String account = Principals.account(principal.stringOr("")).orElse("");
        if (named.contains(account) || PUBLISHED.containsKey(account)) {
            context.violation(principal, "AWS::" + account, label + " of the trust policy lets "
                    + PUBLISHED.getOrDefault(account, "the third party " + account)
                    + " in without an external id: another customer of theirs may have them use the role, expected a condition"
                    + " StringEquals sts:ExternalId");
        }
    }
}
