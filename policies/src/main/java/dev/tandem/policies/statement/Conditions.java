package dev.tandem.policies.statement;

import dev.tandem.policy.model.Property;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The conditions of a statement.
 *
 * @param at the {@code Condition} element, may be absent
 */
public record Conditions(Property at) {

    /**
     * Keys that pin down who is calling, or for whom. Source: IAM User Guide, "AWS global condition context keys".
     */
    private static final Set<String> CALLER = Set.of(
            "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
            "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
            "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:sourceip", "aws:vpcsourceip",
            "kms:calleraccount", "s3:dataaccesspointaccount", "s3:dataaccesspointarn", "lambda:functionurlauthtype",
            "elasticfilesystem:accesspointarn", "elasticfilesystem:accessedviamounttarget");

    private static final Set<String> BY_AWS = Set.of("aws:principalisawsservice", "aws:viaawsservice");

    /** Whether a condition that must hold limits the callers to somebody. */
    public boolean limitCallers() {
        return limit(CALLER);
    }

    /** Whether a condition that must hold limits one of these keys (lower case) to something else than everything. */
    public boolean limit(Collection<String> keys) {
        for (Map.Entry<String, Property> operator : at.entries().entrySet()) {
            if (!positive(operator.getKey())) {
                continue;
            }
            for (Map.Entry<String, Property> test : operator.getValue().entries().entrySet()) {
                if (keys.contains(test.getKey().toLowerCase(Locale.ROOT)) && narrow(test.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether the condition holds for everybody but certain callers, as of a denial: every test of it is the negation of one on
     * callers, or spares what AWS' own services do.
     */
    public boolean spareCertainCallers() {
        return !at.entries().isEmpty() && at.entries().entrySet().stream().allMatch(operator ->
                operator.getValue().entries().entrySet().stream().allMatch(test -> spares(
                        operator.getKey().toLowerCase(Locale.ROOT), test.getKey().toLowerCase(Locale.ROOT), test.getValue())));
    }

    /** A negated test holds without its key as well, with {@code IfExists} or not; one of any value does not. */
    private static boolean spares(String operator, String key, Property values) {
        return BY_AWS.contains(key) && values.items().stream().allMatch(v -> !v.boolOr(true))
                || CALLER.contains(key) && operator.contains("not") && !operator.startsWith("foranyvalue:") && narrow(values);
    }

    /** Whether some condition names a key that starts like this (lower case), such as {@code aws:resourcetag/}. */
    public boolean limitAnyThatStarts(List<String> prefixes) {
        return at.entries().entrySet().stream()
                .filter(operator -> positive(operator.getKey()))
                .flatMap(operator -> operator.getValue().entries().entrySet().stream())
                .anyMatch(test -> prefixes.stream().anyMatch(test.getKey().toLowerCase(Locale.ROOT)::startsWith)
                        && narrow(test.getValue()));
    }

    /** {@code …IfExists} also holds without the key; a negation leaves all others in; Null tests only presence. */
    private static boolean positive(String operator) {
        String name = operator.toLowerCase(Locale.ROOT);
        return !name.contains("not") && !name.endsWith("ifexists") && !name.equals("null")
                && !name.startsWith("forallvalues:");
    }

    /** Also a role of any account, and anything of a service in any account. */
    private static boolean isEverything(String value) {
        return Set.of("*", "0.0.0.0/0", "::/0", "arn:*").contains(value)
                || value.matches("arn:[^:]*:(iam|sts)::\\*(:.*)?|arn:[^:]*:[^:]*:[^:]*:\\*?:\\*");
    }

    private static boolean narrow(Property values) {
        if (values.isUnknown()) {
            return true;
        }
        List<Property> items = values.items();
        return !items.isEmpty()
                && items.stream()
                        .filter(Property::isKnown)
                        .map(v -> v.stringOr(""))
                        .noneMatch(Conditions::isEverything);
    }
}
