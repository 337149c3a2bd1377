package dev.tandem.policies.iam;

import dev.tandem.policies.graph.Holders;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * No role, user or group can give itself more rights by what several of its policies allow together. What one document
 * allows by itself is left to {@link NoPrivilegeEscalation}.
 */
public final class CombinedEscalation implements StackCheck {

    @Override
    public void check(StackContext context) {
        for (String type : Holders.TYPES) {
            context.each(context.graph().ofType(type), holder -> judge(context, holder));
        }
    }

    private static void judge(StackContext context, Resource holder) {
        List<Property> documents = Holders.documents(context.graph(), holder);
        if (documents.size() < 2) {
            return;
        }
        Set<String> together = new LinkedHashSet<>();
        Set<List<String>> alone = new HashSet<>();
        context.each(documents, document -> {
            Set<String> patterns = NoPrivilegeEscalation.patterns(context, document);
            together.addAll(patterns);
            alone.addAll(Escalations.in(patterns));
        });
        List<Statement> all = new ArrayList<>();
        context.each(documents, document -> all.addAll(Statement.of(document)));
        List<List<String>> found = Escalations.in(together).stream().filter(set -> !alone.contains(set))
                .filter(set -> set.stream().noneMatch(action -> NoPrivilegeEscalation.denied(all, action))).toList();
        if (!found.isEmpty() && alone.isEmpty()) {
            String first = String.join(" + ", found.get(0));
            context.violation(holder, holder.properties(), "Escalation::" + String.join("+", found.get(0)),
                    "its " + documents.size() + " policies together allow " + first + " on every resource, by which it can"
                    + " give itself more rights; expected named resources, or these actions in different hands");
        }
    }
}
