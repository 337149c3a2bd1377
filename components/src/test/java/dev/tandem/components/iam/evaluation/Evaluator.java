package dev.tandem.components.iam.evaluation;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Effect;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * IAM's decision within one account: an explicit denial wins; else the role's own policies and its boundary must both allow.
 * Source: IAM user guide, "Policy evaluation logic". Refuses operators that it does not know rather than guessing.
 */
public final class Evaluator {

    private final PolicyDocument boundary;

    /** Decides under a permissions boundary. */
    public Evaluator(PolicyDocument boundary) {
        this.boundary = boundary;
    }

    /** Whether a role may make a call. */
    public boolean allows(RolePlan role, Request request) {
        Collection<PolicyDocument> own = role.policies().values();
        boolean denied = own.stream().anyMatch(policy -> matches(policy, Effect.DENY, request))
                || matches(boundary, Effect.DENY, request);
        return !denied
                && own.stream().anyMatch(policy -> matches(policy, Effect.ALLOW, request))
                && matches(boundary, Effect.ALLOW, request);
    }

    private static boolean matches(PolicyDocument policy, Effect effect, Request request) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == effect)
                .anyMatch(statement -> applies(statement, request));
    }

    private static boolean applies(Statement statement, Request request) {
        return statement.actions().stream().anyMatch(action -> like(action.toLowerCase(), request.action().toLowerCase()))
                && statement.resources().stream().anyMatch(resource -> like(resource, request.resource()))
                && statement.conditions().stream().allMatch(condition -> holds(condition, request));
    }

    private static boolean holds(Condition condition, Request request) {
        List<String> found = request.context().getOrDefault(condition.key(), List.of());
        return switch (condition.operator()) {
            case "StringEquals", "Bool" -> !found.isEmpty() && condition.values().containsAll(found);
            case "StringNotEquals" -> found.stream().noneMatch(condition.values()::contains);
            case "StringLike", "ArnLike", "ArnEquals" -> !found.isEmpty() && found.stream().allMatch(
                    value -> condition.values().stream().anyMatch(pattern -> like(pattern, value)));
            case "ArnNotLike" -> found.stream().noneMatch(
                    value -> condition.values().stream().anyMatch(pattern -> like(pattern, value)));
            case "ForAnyValue:StringEquals" -> found.stream().anyMatch(condition.values()::contains);
            // True without any value: that is how IAM reads it, and why it must not stand alone in a denial.
            case "ForAllValues:StringEquals" -> condition.values().containsAll(found);
            default -> throw new AssertionError("no evaluation of the operator " + condition.operator());
        };
    }

    private static boolean like(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (char each : pattern.toCharArray()) {
            regex.append(each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(String.valueOf(each)));
        }
        return text.matches(regex.toString());
    }
}
