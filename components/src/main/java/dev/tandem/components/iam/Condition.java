package dev.tandem.components.iam;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One line of a statement's {@code Condition} block: an operator, a condition key and the values it may have.
 *
 * @param operator IAM's operator, such as {@code StringEquals} or {@code ForAnyValue:StringEquals}
 * @param key      condition key, such as {@code aws:SourceAccount}
 * @param values   sorted, without duplicates; IAM reads several values as "one of"
 */
public record Condition(String operator, String key, List<String> values) {

    /** @throws IllegalArgumentException when there is no value to compare with */
    public Condition {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(key, "key");
        values = values.stream().distinct().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("condition " + operator + " on " + key
                    + " has 0 values, at least 1 is expected: a condition without values matches nothing");
        }
    }

    /** The key has exactly one of these values, in this spelling. */
    public static Condition stringEquals(String key, String... values) {
        return new Condition("StringEquals", key, List.of(values));
    }

    /** The key has none of these values. */
    public static Condition stringNotEquals(String key, String... values) {
        return new Condition("StringNotEquals", key, List.of(values));
    }

    /** The key matches one of these patterns of {@code *} and {@code ?}. */
    public static Condition stringLike(String key, String... patterns) {
        return new Condition("StringLike", key, List.of(patterns));
    }

    /** The key is an ARN that matches one of these patterns, part by part. */
    public static Condition arnLike(String key, String... patterns) {
        return new Condition("ArnLike", key, List.of(patterns));
    }

    /** The key is this truth value. */
    public static Condition bool(String key, boolean value) {
        return new Condition("Bool", key, List.of(Boolean.toString(value)));
    }

    /** A key with several values has at least one of these. */
    public static Condition anyStringEquals(String key, String... values) {
        return new Condition("ForAnyValue:StringEquals", key, List.of(values));
    }

    /** A key with several values has no value outside of these. */
    public static Condition allStringsEqual(String key, String... values) {
        return new Condition("ForAllValues:StringEquals", key, List.of(values));
    }

    /**
     * The request was made by an AWS service on behalf of something in this account and region: the guard against a
     * confused deputy that every trust policy for a service should have.
     *
     * @param accountId twelve digits
     * @param sourceArn ARN, or pattern, of what the service may act for
     */
    public static List<Condition> onBehalfOf(String accountId, String sourceArn) {
        return Stream.of(stringEquals("aws:SourceAccount", accountId), arnLike("aws:SourceArn", sourceArn)).toList();
    }
}
