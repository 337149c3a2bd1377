package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * No identity policy grants everything on everything, or a whole service on everything or all of a kind, such as all tables;
 * every action is too much on named resources too. A service-wide grant that a condition limits to tagged resources is left alone.
 */
public final class NoWildcardAllow implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.IDENTITY);

    private static final List<String> RESOURCE_TAGS = List.of("aws:resourcetag/", "aws:resourceaccount", "aws:resourceorgid");

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        Set<String> said = new HashSet<>();
        context.each(
                PolicyHolders.documents(context.resource(), type, PolicyKind.IDENTITY),
                document -> context.each(Statement.of(document), s -> judge(context, s, said)));
    }

    private static void judge(ResourceContext context, Statement statement, Set<String> said) {
        if (!statement.allows()) {
            return;
        }
        if (!statement.notActions().isEmpty() && statement.coversEveryResource()) {
            say(context, said, statement.element("NotAction"), "NotAction", statement.label()
                    + " allows every action but those under NotAction on every resource, expected the actions needed");
        }
        context.each(statement.actions(), action -> action(context, statement, action, said));
    }

    private static void action(ResourceContext context, Statement statement, Property action, Set<String> said) {
        String pattern = action.stringOr("");
        boolean everything = Patterns.isEveryAction(pattern);
        if (!everything && (!Patterns.isServiceWide(pattern) || !statement.coversEveryOfAKind())) {
            return;
        }
        if (!everything && statement.conditions().limitAnyThatStarts(RESOURCE_TAGS)) {
            return;
        }
        boolean named = everything && !statement.coversEveryResource();
        say(context, said, action, "Action::" + pattern, statement.label() + " allows " + pattern
                + (named ? " on its resources" : " on every resource") + ", expected "
                + (everything ? "named actions" : "named " + Patterns.service(pattern) + " actions")
                + (named ? "" : " or named resources"));
    }

    private static void say(ResourceContext context, Set<String> said, Property at, String detail, String message) {
        if (said.add(detail)) {
            context.violation(at, detail, message);
        }
    }
}
