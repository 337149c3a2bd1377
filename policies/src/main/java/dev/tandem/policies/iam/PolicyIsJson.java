package dev.tandem.policies.iam;

import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.MalformedValueException;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.UnexpectedTypeException;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Every policy document can be read: what cannot be read cannot be judged by any other rule. */
public final class PolicyIsJson implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.values());

    @Override
    public void check(ResourceContext context) {
        for (PolicyKind kind : PolicyKind.values()) {
            Grants.documents(context, kind, document -> judge(context, document));
        }
    }

    private static void judge(ResourceContext context, Property document) {
        try {
            Statement.of(document).forEach(Statement::allows);
        } catch (UnexpectedTypeException e) {
            context.violation(document, "malformed", "the policy document is JSON, but no policy: " + e.path() + " "
                    + e.getMessage() + "; expected a JSON object with Version, and statements that are objects");
        } catch (MalformedValueException e) {
            context.violation(document, "malformed", "the policy document " + e.getMessage()
                    + ", expected a JSON object with Version and Statement");
        }
    }
}
