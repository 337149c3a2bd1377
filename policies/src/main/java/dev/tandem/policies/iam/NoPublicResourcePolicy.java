package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Denials;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Optional;

/** No resource (bucket, queue, topic, key, repository, secret, event bus …) lets everybody in. */
public final class NoPublicResourcePolicy implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.RESOURCE);

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        context.each(
                PolicyHolders.documents(context.resource(), type, PolicyKind.RESOURCE),
                document -> {
                    List<Statement> statements = Statement.of(document);
                    context.each(statements, s -> judge(context, statements, s));
                });
    }

    private static void judge(ResourceContext context, List<Statement> document, Statement statement) {
        if (!statement.allows()) {
            return;
        }
        Optional<Property> everybody = statement.principals().everybody();
        if (everybody.isPresent() && !statement.conditions().limitCallers()
                && !Denials.leaveCertainCallers(document, statement)) {
            context.violation(everybody.get(), "Principal::*", statement.label()
                    + " of the resource policy allows everybody, expected principals by ARN or service, or a"
                    + " condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID");
        }
    }
}
