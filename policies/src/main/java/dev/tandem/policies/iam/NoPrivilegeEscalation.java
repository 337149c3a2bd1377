package dev.tandem.policies.iam;

import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.CheckContext;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * No document allows, on every resource, actions by which its holder can give itself more rights. Whole services and
 * {@code *} are left to {@link NoWildcardAllow}.
 */
public final class NoPrivilegeEscalation implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = PolicyHolders.types(PolicyKind.IDENTITY);

    @Override
    public void check(ResourceContext context) {
        Grants.documents(context, PolicyKind.IDENTITY, document -> {
            List<Statement> statements = Statement.of(document);
            List<List<String>> found = Escalations.in(patterns(context, document)).stream()
                    .filter(set -> set.stream().noneMatch(action -> denied(statements, action))).toList();
            if (!found.isEmpty()) {
                String first = String.join(" + ", found.get(0));
                context.violation(document, "Escalation::" + String.join("+", found.get(0)), "allows " + first
                        + (found.size() > 1 ? " and " + (found.size() - 1) + " more ways" : "")
                        + " on every resource, by which the holder can give itself more rights; expected named"
                        + " resources, or not these actions together");
            }
        });
    }

    /** Whether a statement denies the action always and everywhere. */
    static boolean denied(List<Statement> statements, String action) {
        return statements.stream().anyMatch(s -> s.denies() && s.conditions().at().isMissing() && s.coversEveryResource()
                && s.notResources().isEmpty()
                && (s.notActions().isEmpty()
                        ? s.actions().stream().anyMatch(a -> a.isKnown() && Patterns.matches(a.stringOr(""), action))
                        : s.notActions().stream().noneMatch(a -> a.isUnknown() || Patterns.matches(a.stringOr(""), action))));
    }

    /** Actions that a document allows on every resource. */
    static Set<String> patterns(CheckContext context, Property document) {
        Set<String> out = new LinkedHashSet<>();
        context.each(Statement.of(document), statement -> {
            if (statement.allows() && Grants.isUnlimited(statement)) {
                boolean passesToNamed = statement.conditions().limit(Set.of("iam:passedtoservice"));
                context.each(statement.actions(), action -> {
                    String pattern = action.stringOr("");
                    boolean wide = Patterns.isEveryAction(pattern) || Patterns.isServiceWide(pattern);
                    if (!wide && !(passesToNamed && Patterns.matches(pattern, "iam:PassRole"))) {
                        out.add(pattern);
                    }
                });
            }
        });
        return out;
    }
}
