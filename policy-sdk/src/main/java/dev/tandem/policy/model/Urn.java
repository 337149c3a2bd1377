package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.Optional;

/**
 * A resource's name within a deployment: {@code urn:pulumi:<stack>::<project>::<qualified type>::<name>}, where the
 * qualified type is the types of the ancestors and the resource's own, joined by {@code $}.
 * Source: Pulumi documentation, "Resource names".
 */
@PublicApi
public record Urn(String stack, String project, String qualifiedType, String name) {

    /** @throws IllegalArgumentException when the text is no URN; the message has text and form */
    public static Urn parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is no URN, expected urn:pulumi:stack::project::type::name"));
    }

    /** As {@link #parse}, empty when the text is no URN. */
    public static Optional<Urn> read(String text) {
        String prefix = "urn:pulumi:";
        String[] parts = text.startsWith(prefix) ? text.substring(prefix.length()).split("::", 4) : new String[0];
        return parts.length == 4 ? Optional.of(new Urn(parts[0], parts[1], parts[2], parts[3])) : Optional.empty();
    }

    /** The resource's own type token, such as {@code aws:s3/bucket:Bucket}. */
    public String type() {
        return qualifiedType.substring(qualifiedType.lastIndexOf('$') + 1);
    }

    @Override
    public String toString() {
        return "urn:pulumi:" + stack + "::" + project + "::" + qualifiedType + "::" + name;
    }
}
