package dev.tandem.policies.iam;

import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Set;

/**
 * A service that may use a resource may do so only on behalf of named sources: the service acts for every customer of AWS.
 */
public final class ConfusedDeputy implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.RESOURCE);

    /** Source: IAM User Guide, "The confused deputy problem", and AWS KMS Developer Guide, "Condition keys". */
    private static final Set<String> SOURCES = Set.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid",
            "aws:sourceorgpaths", "aws:sourceowner", "kms:calleraccount", "kms:viaservice", "aws:sourcevpce",
            "aws:sourcevpc", "kms:grantisforawsresource", "aws:principalorgid", "aws:principalisawsservice");

    private static final List<String> CONTEXTS = List.of("kms:encryptioncontext:");

    @Override
    public void check(ResourceContext context) {
        Grants.allows(context, PolicyKind.RESOURCE, statement -> {
            List<Property> services = statement.principals().ofKind("Service");
            if (services.isEmpty() || statement.conditions().limit(SOURCES)
                    || statement.conditions().limitAnyThatStarts(CONTEXTS)) {
                return;
            }
            String names = String.join(", ", statement.principals().ofKind("Service").stream()
                    .filter(Property::isKnown).map(p -> p.stringOr("")).toList());
            context.violation(services.get(0), "Service::" + names, statement.label() + " of the resource policy allows "
                    + (names.isEmpty() ? "a service" : names) + " to act for anybody, expected a condition on aws:SourceArn"
                    + " or aws:SourceAccount");
        });
    }
}
