package dev.tandem.components.iam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One statement of a policy document. Immutable; lists are sorted and without duplicates.
 *
 * @param sid        name, letters and digits only, unique in its document
 * @param effect     allow or deny
 * @param principals kind of principal ({@code AWS}, {@code Service}, {@code Federated}) to names; empty in identity
 *                   policies
 * @param actions    {@code service:Action}, or {@code *} in a denial
 * @param resources  ARNs or patterns; empty in trust policies
 * @param conditions all of them must hold
 */
public record Statement(
        String sid,
        Effect effect,
        Map<String, List<String>> principals,
        List<String> actions,
        List<String> resources,
        List<Condition> conditions) {

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9*]+");

    /** @throws IllegalArgumentException when the name or an action is malformed, or two conditions contradict */
    public Statement {
        Objects.requireNonNull(effect, "effect");
        if (sid == null || !SID.matcher(sid).matches()) {
            throw new IllegalArgumentException("statement name \"" + sid
                    + "\" is malformed: expected 1 to 64 letters and digits, such as \"PullImages\"");
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        principals.forEach((kind, names) -> sorted.put(kind, sortedCopy(names)));
        principals = Collections.unmodifiableMap(sorted);
        actions = sortedCopy(actions);
        resources = sortedCopy(resources);
        conditions = List.copyOf(conditions);
        checkActions(sid, effect, actions);
        checkConditions(sid, conditions);
    }

    /** Starts a statement that grants. */
    public static Builder allow(String sid) {
        return new Builder(sid, Effect.ALLOW);
    }

    /** Starts a statement that refuses. */
    public static Builder deny(String sid) {
        return new Builder(sid, Effect.DENY);
    }

    private static void checkActions(String sid, Effect effect, List<String> actions) {
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("statement " + sid + " has 0 actions, at least 1 is expected");
        }
        for (String action : actions) {
            boolean everything = action.equals("*") && effect == Effect.DENY;
            if (!everything && !ACTION.matcher(action).matches()) {
                throw new IllegalArgumentException("statement " + sid + " has the action \"" + action
                        + "\": expected service:Action, such as \"s3:GetObject\" (\"*\" only in a denial)");
            }
        }
    }

    /** JSON has room for one value list per operator and key; a second one would be lost silently. */
    private static void checkConditions(String sid, List<Condition> conditions) {
        Map<String, Condition> seen = new TreeMap<>();
        for (Condition condition : conditions) {
            Condition before = seen.put(condition.operator() + " on " + condition.key(), condition);
            if (before != null && !before.equals(condition)) {
                throw new IllegalArgumentException("statement " + sid + " has two conditions " + condition.operator()
                        + " on " + condition.key() + ", one with " + before.values() + ", one with "
                        + condition.values() + ": put all values in one, IAM reads them as \"one of\"");
            }
        }
    }

    private static List<String> sortedCopy(Collection<String> values) {
        return List.copyOf(new TreeSet<>(values));
    }

    /** Collects the parts of a statement. Not safe for use by several threads. */
    public static final class Builder {
        private final String sid;
        private final Effect effect;
        private final Map<String, List<String>> principals = new TreeMap<>();
        private final List<String> actions = new ArrayList<>();
        private final List<String> resources = new ArrayList<>();
        private final List<Condition> conditions = new ArrayList<>();

        private Builder(String sid, Effect effect) {
            this.sid = sid;
            this.effect = effect;
        }

        /** AWS services that act, such as {@code ecs-tasks.amazonaws.com}. */
        public Builder services(String... names) {
            return principals("Service", names);
        }

        /** Accounts, roles or users, by ARN; {@code *} is anybody and needs a condition that says who. */
        public Builder awsPrincipals(String... arns) {
            return principals("AWS", arns);
        }

        /** Identity providers whose tokens are taken, by ARN; needs a condition on the token's subject. */
        public Builder federated(String... arns) {
            return principals("Federated", arns);
        }

        private Builder principals(String kind, String... names) {
            principals.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(Arrays.asList(names));
            return this;
        }

        /** Actions as {@code service:Action}. */
        public Builder actions(String... names) {
            actions.addAll(Arrays.asList(names));
            return this;
        }

        /** ARNs or patterns that the actions apply to. */
        public Builder resources(String... arns) {
            return resources(Arrays.asList(arns));
        }

        /** ARNs or patterns that the actions apply to. */
        public Builder resources(Collection<String> arns) {
            resources.addAll(arns);
            return this;
        }

        /**
         * All resources, {@code *}: for actions that cannot be limited, and in a policy attached to a resource, where
         * it means that resource.
         */
        public Builder anyResource() {
            return resources("*");
        }

        /** Adds conditions that must all hold. */
        public Builder when(Condition... more) {
            return when(Arrays.asList(more));
        }

        /** Adds conditions that must all hold. */
        public Builder when(Collection<Condition> more) {
            conditions.addAll(more);
            return this;
        }

        /**
         * The finished statement.
         *
         * @throws IllegalArgumentException when the name or an action is malformed, or there is no action
         */
        public Statement build() {
            return new Statement(sid, effect, principals, actions, resources, conditions);
        }
    }
}
