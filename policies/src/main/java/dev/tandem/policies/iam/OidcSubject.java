package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
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

    /** Source: GitHub Docs, "OpenID Connect reference", claims of a subject; read 2026-11. */
    private static final String CHOSEN_BY_CALLER =
            "(workflow|environment|ref|context|head_ref|base_ref|event_name|actor|run_id|job):?.*";

    @Override
    public void check(ResourceContext context) {
        Grants.allows(context, PolicyKind.TRUST, statement -> {
            for (Property federated : statement.principals().ofKind("Federated")) {
                boolean oidc = statement.actions().stream()
                        .anyMatch(a -> Patterns.matches(a.stringOr(""), "sts:AssumeRoleWithWebIdentity"));
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
            if (name.contains("not") || name.endsWith("ifexists") || name.equals("null") || name.startsWith("forallvalues:")) {
                continue;
            }
            for (Map.Entry<String, Property> test : operator.getValue().entries().entrySet()) {
                String key = test.getKey().toLowerCase(Locale.ROOT);
                if ((key.endsWith(":sub") || key.endsWith(":aud") && key.contains("cognito-identity"))
                        && closed(key, test.getValue().items())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether each subject names its organisation. GitHub's begins with the repository: a subject that begins with a claim
     * which anybody may choose in a repository of their own, such as a branch or environment, names nobody.
     */
    private static boolean closed(String key, List<Property> values) {
        boolean github = key.startsWith("token.actions.githubusercontent.com");
        return !values.isEmpty() && values.stream().allMatch(v -> v.isUnknown()
                || !v.stringOr("*").startsWith("*")
                        && !v.stringOr("").matches("repo:[^/]*\\*.*|repo:[^/]*")
                        && !(github && v.stringOr("").matches(CHOSEN_BY_CALLER)));
    }
}
