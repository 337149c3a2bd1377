package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A place in a resource's properties: the path, and the value that is there, if any.
 *
 * <p>A place is <em>absent</em>, <em>null</em>, <em>unknown</em> or holds a value. Going to a place never fails:
 * below an unknown everything is unknown, below nothing everything is absent. <em>Reading</em> an unknown place throws
 * {@link UnknownValueException}, so only the leaf that a rule needs can make it undecided. Readers that return an
 * {@code Optional} are empty for absent and null. Scalars are read leniently as Pulumi's providers do
 * ({@code "true"} is a boolean, {@code "443"} a number, a single value a list of one).
 *
 * <pre>{@code
 * resource.get("acl").stringOr("private")            // absent and null are private, unknown makes the rule undecided
 * resource.get("versioning[0].enabled").boolOr(false)
 * resource.all("ingress[*].cidrBlocks[*]")           // every place, in order
 * resource.get("policy|json.Statement[0].Action")    // into a JSON document in a string
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
@PublicApi
public final class Property {

    private final PropertyPath path;
    private final Value value;
    private final boolean secret;

    Property(PropertyPath path, Value value, boolean secret) {
        this.path = path;
        this.value = value == null ? null : value.unwrapped();
        this.secret = secret || value instanceof Value.Secret;
    }

    /** The root of a property tree. */
    public static Property root(Map<String, Value> properties) {
        return new Property(PropertyPath.ROOT, new Value.Fields(properties), false);
    }

    /** A free-standing value at a path; {@code value} null means absent. */
    public static Property of(PropertyPath path, Value value) {
        return new Property(path, value, false);
    }

    /** Where this is, from the root of the properties. */
    public PropertyPath path() {
        return path;
    }

    /** The value without its secret mark; empty when absent. Unknown is a value here. */
    public Optional<Value> value() {
        return Optional.ofNullable(value);
    }

    /** Whether nothing is there at all; null is something. */
    public boolean isAbsent() {
        return value == null;
    }

    /** Whether the place is absent or null. */
    public boolean isMissing() {
        return value == null || value instanceof Value.Null;
    }

    /** Whether JSON null is there. */
    public boolean isNull() {
        return value instanceof Value.Null;
    }

    /** Whether the value is known only after the deployment. */
    public boolean isUnknown() {
        return value instanceof Value.Unknown;
    }

    /** Whether a value is there that can be read: not absent, not null, not unknown. */
    public boolean isKnown() {
        return !isMissing() && !isUnknown();
    }

    /** Whether this value, or something around it, is marked secret. */
    public boolean isSecret() {
        return secret;
    }

    /**
     * The place at a relative path without wildcards, such as {@code "encryption[0].kmsKeyId"}.
     *
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     * @throws MalformedValueException when a {@code |json} step meets a string that is no JSON
     */
    public Property at(String relative) {
        Property p = this;
        for (PropertyPath.Segment s : PathCache.segments(relative)) {
            if (s instanceof PropertyPath.Wildcard) {
                throw new IllegalArgumentException("property path '" + relative + "' has a wildcard: use all()");
            }
            p = Steps.step(p, s);
        }
        return p;
    }

    /**
     * Every place that a relative path with wildcards leads to, in order. Where a wildcard meets an unknown, the
     * unknown itself is returned, so that reading it makes the rule undecided.
     */
    public List<Property> all(String relative) {
        List<Property> here = List.of(this);
        for (PropertyPath.Segment s : PathCache.segments(relative)) {
            List<Property> next = new ArrayList<>();
            for (Property p : here) {
                Steps.expand(p, s, next);
            }
            here = next;
        }
        return here;
    }

    /** Element {@code key} of an object, whatever characters it has. */
    public Property key(String key) {
        return Steps.step(this, new PropertyPath.Key(key));
    }

    /** The document in this JSON string; an object or list is returned as it is, absent stays absent. */
    public Property json() {
        return Steps.step(this, new PropertyPath.Json());
    }

    /**
     * The string here, or empty when absent or null; numbers and booleans in their usual form.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public Optional<String> string() {
        return Readers.string(this, value);
    }

    /**
     * {@link #string} with a value for absent and null.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public String stringOr(String otherwise) {
        return string().orElse(otherwise);
    }

    /**
     * The boolean here, or empty when absent or null; {@code "true"} and {@code "false"} are booleans too.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public Optional<Boolean> bool() {
        return Readers.bool(this, value);
    }

    /**
     * {@link #bool} with a value for absent and null.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public boolean boolOr(boolean otherwise) {
        return bool().orElse(otherwise);
    }

    /**
     * The whole number here, exact, or empty when absent or null; a fraction is an unexpected type.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public OptionalLong integer() {
        return Readers.integer(this, value);
    }

    /**
     * {@link #integer} with a value for absent and null.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public long integerOr(long otherwise) {
        return integer().orElse(otherwise);
    }

    /**
     * The number here, or empty when absent or null.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public OptionalDouble number() {
        return Readers.number(this, value);
    }

    /**
     * The elements of a list; a single value is a list of one, absent and null are empty. Elements may be unknown.
     *
     * @throws UnknownValueException when the list itself is known only after the deployment
     */
    public List<Property> items() {
        if (isMissing()) {
            return List.of();
        }
        requireKnown();
        if (value instanceof Value.Items list) {
            List<Property> out = new ArrayList<>(list.values().size());
            for (int i = 0; i < list.values().size(); i++) {
                out.add(new Property(path.plus(new PropertyPath.Index(i)), list.values().get(i), secret));
            }
            return out;
        }
        return List.of(this);
    }

    /**
     * The strings of a list, as {@link #items()}; null elements are left out.
     *
     * @throws UnknownValueException when the list or one of its elements is unknown
     * @throws UnexpectedTypeException when an element has another type
     */
    public List<String> strings() {
        List<String> out = new ArrayList<>();
        for (Property p : items()) {
            p.string().ifPresent(out::add);
        }
        return out;
    }

    /**
     * The entries of an object in order; absent and null are empty. Values may be unknown.
     *
     * @throws UnknownValueException when the object itself is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public Map<String, Property> entries() {
        if (isMissing()) {
            return Map.of();
        }
        requireKnown();
        if (!(value instanceof Value.Fields fields)) {
            throw new UnexpectedTypeException(path, "object", value.kind());
        }
        Map<String, Property> out = new LinkedHashMap<>();
        fields.values().forEach((k, v) -> out.put(k, new Property(path.plus(new PropertyPath.Key(k)), v, secret)));
        return out;
    }

    /**
     * Whether the string here equals {@code expected}; false when absent.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public boolean is(String expected) {
        return string().map(expected::equals).orElse(false);
    }

    /**
     * This place, if it is not unknown.
     *
     * @throws UnknownValueException when the value is known only after the deployment
     */
    public Property requireKnown() {
        if (isUnknown()) {
            throw new UnknownValueException(path);
        }
        return this;
    }

    /** Path and value for messages; never the content of a secret. */
    @Override
    public String toString() {
        String shown = isAbsent() ? "absent" : secret ? Value.REDACTED : isUnknown() ? "unknown" : Readers.show(value);
        return path + " = " + shown;
    }
}
