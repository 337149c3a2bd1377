package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.ArrayList;
import java.util.List;

/**
 * The one grammar for property paths: {@code a.b}, {@code a["x.y"]}, {@code a[0]}, {@code a[*]} and, into a JSON
 * document kept in a string, {@code policy|json.Statement[*]}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * PropertyPath path = PropertyPath.parse("ingress[0].cidrBlocks[*]");
 * path.plus(new PropertyPath.Key("note")).toString(); // ingress[0].cidrBlocks[*].note
 * }</pre>
 *
 * @param segments the steps from the root; empty is the root itself
 */
@PublicApi
public record PropertyPath(List<Segment> segments) {

    /** The resource's properties as a whole. */
    public static final PropertyPath ROOT = new PropertyPath(List.of());

    /**
     * Copies the segments.
     *
     * @param segments the steps from the root
     */
    public PropertyPath {
        segments = List.copyOf(segments);
    }

    /** One step. */
    public sealed interface Segment {}

    /**
     * A key of an object: {@code acl}, or {@code ["x.y"]} where it is no plain name.
     *
     * @param name the key, whatever characters it has
     */
    public record Key(String name) implements Segment {}

    /**
     * An element of a list: {@code [0]}.
     *
     * @param position from 0
     */
    public record Index(int position) implements Segment {}

    /** Every element of a list, or every value of an object: {@code [*]}. */
    public record Wildcard() implements Segment {}

    /** The document inside a JSON string: {@code |json}. */
    public record Json() implements Segment {}

    /**
     * {@return this path, one step further}
     *
     * @param segment the last step of the result
     */
    public PropertyPath plus(Segment segment) {
        List<Segment> more = new ArrayList<>(segments.size() + 1);
        more.addAll(segments);
        more.add(segment);
        return new PropertyPath(more);
    }

    /**
     * {@return the path that a text stands for} The empty text is {@link #ROOT}.
     *
     * @param text in the grammar above
     * @throws IllegalArgumentException when the text is no path; the message has the text and the position
     */
    public static PropertyPath parse(String text) {
        return new PropertyPath(new PathParser(text).parse());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Segment s : segments) {
            if (s instanceof Key k) {
                if (PathParser.isPlain(k.name())) {
                    out.append(out.length() == 0 ? "" : ".").append(k.name());
                } else {
                    out.append("[\"").append(k.name().replace("\\", "\\\\").replace("\"", "\\\"")).append("\"]");
                }
            } else if (s instanceof Index i) {
                out.append('[').append(i.position()).append(']');
            } else if (s instanceof Wildcard) {
                out.append("[*]");
            } else {
                out.append("|json");
            }
        }
        return out.toString();
    }
}
