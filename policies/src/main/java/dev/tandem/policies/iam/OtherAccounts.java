package dev.tandem.policies.iam;

import dev.tandem.policies.Settings;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Principals;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource policy lets other accounts in only where somebody decided so. The own account is the one in the ARN of the resource
 * that the policy is of or, while that is not known, the only one in the ARNs that the policy allows access to. Where no ARN names
 * an account, as those of buckets, or several are named, the rule has nothing to compare.
 */
public final class OtherAccounts implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.RESOURCE);

    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:(\\d{12}):.*");
    private static final Set<String> ORGANISATION = Set.of("aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount");

    @Override
    public void check(ResourceContext context) {
        Set<String> trusted = new HashSet<>(Settings.texts(context, "trustedAccounts").orElse(List.of()));
        boolean[] compared = {false};
        Grants.documents(context, PolicyKind.RESOURCE, document -> {
            List<Statement> statements = Statement.of(document);
            Optional<String> own = own(context, statements);
            if (own.isEmpty()) {
                return;
            }
            compared[0] = true;
            context.each(statements, statement -> {
                if (statement.allows() && !statement.conditions().limit(ORGANISATION)) {
                    context.each(statement.principals().ofKind("AWS"),
                            principal -> judge(context, statement, principal, own.get(), trusted));
                }
            });
        });
        if (!compared[0]) {
            context.notApplicable("no ARN tells which account is the resource's own");
        }
    }

    private static Optional<String> own(ResourceContext context, List<Statement> statements) {
        Optional<String> known = account(First.of(context.resource(), "arn", "secretArn", "resourceArn", "tableArn"));
        if (known.isPresent()) {
            return known;
        }
        Set<String> named = new HashSet<>();
        statements.stream().filter(Statement::allows).flatMap(statement -> statement.resources().stream())
                .forEach(resource -> account(resource).ifPresent(named::add));
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> account(Property arn) {
        Matcher m = ARN.matcher(arn.isKnown() ? arn.stringOr("") : "");
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    private static void judge(
            ResourceContext context, Statement statement, Property principal, String own, Set<String> trusted) {
        Principals.account(principal.stringOr("")).filter(account -> !own.equals(account) && !trusted.contains(account))
                .ifPresent(account -> context.violation(principal, "AWS::" + account, statement.label()
                        + " of the resource policy lets account " + account + " in, the resource is of " + own
                        + "; expected principals of its own account, a condition on aws:PrincipalOrgID, or " + account
                        + " under trustedAccounts"));
    }
}
