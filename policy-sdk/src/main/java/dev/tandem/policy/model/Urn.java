package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.Optional;

/**
 * A resource's name within a deployment: {@code urn:pulumi:<stack>::<project>::<qualified type>::<name>}, where the
 * qualified type is the types of the ancestors and the resource's own, joined by {@code $}. Source: Pulumi
 * documentation, "Resource names". Immutable and thread-safe.
 *
 * <pre>{@code
 * Urn urn = Urn.parse("urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucket:Bucket::logs");
 * urn.type(); // aws:s3/bucket:Bucket
 * }</pre>
 *
 * @param stack without organisation and project
 * @param project the program's
 * @param qualifiedType the types of the ancestors and its own, joined by {@code $}
 * @param name as the program gave it; may have {@code ::} in it
 */
@PublicApi
public record Urn(String stack, String project, String qualifiedType, String name) {

    private static final String PREFIX = "urn:pulumi:";
    private static final String SEPARATOR = "::";

    /**
     * {@return the parts of a URN}
     *
     * @param text the whole URN
     * @throws IllegalArgumentException when the text is no URN; the message has text and form
     */
    public static Urn parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is no URN, expected urn:pulumi:stack::project::type::name"));
    }

    /**
     * {@return as {@link #parse}, empty when the text is no URN}
     *
     * @param text anything but null
     */
    public static Optional<Urn> read(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        // By hand, for every resource has one: String.split with more than one character compiles a pattern.
        int project = text.indexOf(SEPARATOR, PREFIX.length());
        int type = project < 0 ? -1 : text.indexOf(SEPARATOR, project + 2);
        int name = type < 0 ? -1 : text.indexOf(SEPARATOR, type + 2);
        return name < 0
                ? Optional.empty()
                : Optional.of(new Urn(
                        text.substring(PREFIX.length(), project),
                        text.substring(project + 2, type),
                        text.substring(type + 2, name),
                        text.substring(name + 2)));
    }

    /** {@return the resource's own type token, such as {@code aws:s3/bucket:Bucket}} */
    public String type() {
        return qualifiedType.substring(qualifiedType.lastIndexOf('$') + 1);
    }

    @Override
    public String toString() {
        return "urn:pulumi:" + stack + "::" + project + "::" + qualifiedType + "::" + name;
    }
}
