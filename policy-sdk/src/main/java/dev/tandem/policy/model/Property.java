package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A place in a resource's properties: the path, and the value that is there, if any.
 *
 * <p>A place is <em>absent</em>, <em>null</em>, <em>unknown</em> or holds a value. Going to a place never fails for want
 * of a value: below an unknown everything is unknown, below nothing everything is absent. <em>Reading</em> an unknown place
 * throws {@link UnknownValueException}, so only the leaf that a rule needs can make it undecided. Readers that return an
 * {@code Optional} are empty for absent and null. Scalars are read leniently as Pulumi's providers do
 * ({@code "true"} is a boolean, {@code "443"} a number, a single value a list of one).
 *
 * <pre>{@code
 * String acl = resource.get("acl").stringOr("private"); // for absent and null; unknown makes the rule undecided
 * boolean kept = resource.get("versioning[0].enabled").boolOr(false);
 * List<Property> ranges = resource.all("ingress[*].cidrBlocks[*]"); // every place, in order
 * Property action = resource.get("policy|json.Statement[0].Action"); // into a JSON document in a string
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
@PublicApi
public final class Property {

    /** The place around this one and the step from there; null where the path is given. Most paths are never asked for. */
    private final Property around;
    private final PropertyPath.Segment step;
    private PropertyPath path;
    private final Value value;
    private final boolean secret;

    Property(PropertyPath path, Value value, boolean secret) {
        this.around = null;
        this.step = null;
        this.path = path;
        this.value = value == null ? null : value.unwrapped();
        this.secret = secret || value instanceof Value.Secret;
    }

    /** The place one step further; secret when it, or what is around it, is marked so. */
    Property(Property around, PropertyPath.Segment step, Value value) {
        this.around = around;
        this.step = step;
        this.value = value == null ? null : value.unwrapped();
        this.secret = around.secret || value instanceof Value.Secret;
    }

    /**
     * {@return the root of a property tree}
     *
     * @param properties the top-level properties, by name
     */
    public static Property root(Map<String, Value> properties) {
        return new Property(PropertyPath.ROOT, new Value.Fields(properties), false);
    }

    /**
     * {@return a free-standing value at a path; {@code value} null means absent}
     *
     * @param path where the value is said to be
     * @param value null for absent
     */
    public static Property of(PropertyPath path, Value value) {
        return new Property(path, value, false);
    }

    /** {@return where this is, from the root of the properties} */
    public PropertyPath path() {
        PropertyPath known = path;
        if (known == null) {
            // Worked out twice when two threads ask at once, with the same result.
            List<PropertyPath.Segment> steps = new ArrayList<>();
            Property from = this;
            for (; from.around != null; from = from.around) {
                steps.add(from.step);
            }
            Collections.reverse(steps);
            steps.addAll(0, from.path.segments());
            known = new PropertyPath(steps);
            path = known;
        }
        return known;
    }

    /** The value without its secret mark; null when absent. */
    Value valueOrNull() {
        return value;
    }

    /** {@return the value without its secret mark; empty when absent} Unknown is a value here. */
    public Optional<Value> value() {
        return Optional.ofNullable(value);
    }

    /** {@return whether nothing is there at all; null is something} */
    public boolean isAbsent() {
        return value == null;
    }

    /** {@return whether the place is absent or null} */
    public boolean isMissing() {
        return value == null || value instanceof Value.Null;
    }

    /** {@return whether JSON null is there} */
    public boolean isNull() {
        return value instanceof Value.Null;
    }

    /** {@return whether the value is known only after the deployment} */
    public boolean isUnknown() {
        return value instanceof Value.Unknown;
    }

    /** {@return whether a value is there that can be read: not absent, not null, not unknown} */
    public boolean isKnown() {
        return !isMissing() && !isUnknown();
    }

    /** {@return whether this value, or something around it, is marked secret} */
    public boolean isSecret() {
        return secret;
    }

    /**
     * {@return the place at a relative path without wildcards, such as {@code "encryption[0].kmsKeyId"}}
     *
     * @param relative the path from here
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     * @throws MalformedValueException when a {@code |json} step meets a string that is no JSON
     * @throws UnexpectedTypeException when a {@code |json} step meets a value that is neither string, object nor list
     */
    public Property at(String relative) {
        Property p = this;
        List<PropertyPath.Segment> segments = PathCache.segments(relative);
        for (int i = 0; i < segments.size(); i++) {
            PropertyPath.Segment s = segments.get(i);
            if (s instanceof PropertyPath.Wildcard) {
                throw new IllegalArgumentException("property path '" + relative + "' has a wildcard: use all()");
            }
            p = Steps.step(p, s);
        }
        return p;
    }

    /**
     * {@return every place that a relative path with wildcards leads to, in order} Where a wildcard meets an unknown, the
     * unknown itself is returned, so that reading it makes the rule undecided.
     *
     * @param relative the path from here
     * @throws IllegalArgumentException when the path is malformed
     * @throws MalformedValueException when a {@code |json} step meets a string that is no JSON
     * @throws UnexpectedTypeException when a {@code |json} step meets a value that is neither string, object nor list
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

    /**
     * {@return element {@code key} of an object, whatever characters it has}
     *
     * @param key the name, taken as it is
     */
    public Property key(String key) {
        return Steps.step(this, new PropertyPath.Key(key));
    }

    /**
     * {@return the document in this JSON string; an object or list is returned as it is, absent stays absent}
     *
     * @throws MalformedValueException when the string is no JSON
     * @throws UnexpectedTypeException when the value is neither string, object nor list
     */
    public Property json() {
        return Steps.step(this, new PropertyPath.Json());
    }

    /**
     * {@return the string here, or empty when absent or null; numbers and booleans in their usual form}
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public Optional<String> string() {
        return Readers.string(this, value);
    }

    /**
     * {@return {@link #string}, or {@code otherwise} where that is empty}
     *
     * @param otherwise for absent and null
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public String stringOr(String otherwise) {
        return string().orElse(otherwise);
    }

    /**
     * {@return the boolean here, or empty when absent or null; {@code "true"} and {@code "false"} are booleans too}
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public Optional<Boolean> bool() {
        return Readers.bool(this, value);
    }

    /**
     * {@return {@link #bool}, or {@code otherwise} where that is empty}
     *
     * @param otherwise for absent and null
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public boolean boolOr(boolean otherwise) {
        return bool().orElse(otherwise);
    }

    /**
     * {@return the whole number here, exact, or empty when absent or null; a fraction is an unexpected type}
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public OptionalLong integer() {
        return Readers.integer(this, value);
    }

    /**
     * {@return {@link #integer}, or {@code otherwise} where that is empty}
     *
     * @param otherwise for absent and null
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public long integerOr(long otherwise) {
        return integer().orElse(otherwise);
    }

    /**
     * {@return the number here, or empty when absent or null}
     *
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public OptionalDouble number() {
        return Readers.number(this, value);
    }

    /**
     * {@return the elements of a list; a single value is a list of one, absent and null are empty} Elements may be
     * unknown.
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
                out.add(new Property(this, new PropertyPath.Index(i), list.values().get(i)));
            }
            return out;
        }
        return List.of(this);
    }

    /**
     * {@return the strings of a list, as {@link #items()}} Null elements are left out.
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
     * {@return the entries of an object in order; absent and null are empty} Values may be unknown.
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
            throw new UnexpectedTypeException(path(), "object", value.kind());
        }
        Map<String, Property> out = new LinkedHashMap<>();
        fields.values().forEach((k, v) -> out.put(k, new Property(this, new PropertyPath.Key(k), v)));
        return out;
    }

    /**
     * {@return whether the string here equals {@code expected}; false when absent}
     *
     * @param expected what the string should be, case included
     * @throws UnknownValueException when the value is known only after the deployment
     * @throws UnexpectedTypeException when the value has another type
     */
    public boolean is(String expected) {
        return string().map(expected::equals).orElse(false);
    }

    /**
     * {@return this place, if it is not unknown}
     *
     * @throws UnknownValueException when the value is known only after the deployment
     */
    public Property requireKnown() {
        if (isUnknown()) {
            throw new UnknownValueException(path());
        }
        return this;
    }

    /** Path and value for messages; never the content of a secret. */
    @Override
    public String toString() {
        String shown = isAbsent() ? "absent" : secret ? Value.REDACTED : isUnknown() ? "unknown" : Readers.show(value);
        return path() + " = " + shown;
    }
}
