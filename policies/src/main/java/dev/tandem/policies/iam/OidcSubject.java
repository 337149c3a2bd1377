package dev.tandem.policies.iam;

import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A role that an outside identity provider's tokens may assume says whose tokens: a condition on the subject. The
 * provider serves everybody, such as every repository of a code host.
 */
public final class OidcSubject implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.TRUST);

    @Override
    public void check(ResourceContext context) {
        Grants.allows(context, PolicyKind.TRUST, statement -> {
            for (Property federated : statement.principals().ofKind("Federated")) {
                boolean oidc = statement.actions().stream()
                        .anyMatch(a -> a.stringOr("").equalsIgnoreCase("sts:AssumeRoleWithWebIdentity"));
                if (oidc && !namesSubject(statement)) {
                    context.violation(federated, "Federated::" + federated.stringOr(""), statement.label()
                            + " lets every identity of " + federated.stringOr("") + " assume the role, expected a condition"
                            + " on the token's subject (…:sub) that is not open at its beginning");
                }
            }
        });
    }

    private static boolean namesSubject(Statement statement) {
        for (Map.Entry<String, Property> operator : statement.conditions().at().entries().entrySet()) {
            String name = operator.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("not") || name.endsWith("ifexists") || name.equals("null")) {
                continue;
            }
            for (Map.Entry<String, Property> test : operator.getValue().entries().entrySet()) {
                String key = test.getKey().toLowerCase(Locale.ROOT);
                if ((key.endsWith(":sub") || key.endsWith(":aud") && key.contains("cognito-identity"))
                        && closed(test.getValue().items())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean closed(List<Property> values) {
        return !values.isEmpty() && values.stream().allMatch(v -> v.isUnknown()
                || !v.stringOr("*").startsWith("*") && !v.stringOr("").matches("repo:\\*.*|repo:[^/]*\\*.*/.*"));
    }
}
