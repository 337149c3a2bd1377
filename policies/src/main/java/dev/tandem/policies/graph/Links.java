package dev.tandem.policies.graph;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UnexpectedTypeException;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.StackContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether a property of one resource names another one. While ids are unknown the engine's property dependencies tell;
 * once they are known, or when a program writes names as plain text, the values do.
 */
public final class Links {

    private static final List<String> IDENTITIES = List.of(
            "id", "arn", "name", "bucket", "groupId", "url", "queueUrl", "repositoryName");

    private static final String BUCKET = "aws:s3/bucket:Bucket";

    private Links() {}

    /** The answer of a question about two resources. */
    public enum Link {
        YES,
        NO,
        /** The property, which the program may have set, or the other resource's name, is unknown, and no dependency tells. */
        MAYBE
    }

    /** Whether {@code path} of {@code from} leads to {@code to}. */
    public static Link between(Resource from, String path, Resource to) {
        Property at = from.get(path);
        String top = at.path().segments().get(0) instanceof PropertyPath.Key key ? key.name() : path;
        List<String> sources = from.propertyDependencies().getOrDefault(top, List.of());
        if (sources.contains(to.urn())) {
            return Link.YES;
        }
        Set<String> named = new LinkedHashSet<>();
        boolean unknown = collect(at, named) && !Declared.isNot(from, top);
        if (named.stream().anyMatch(identities(to)::contains)) {
            return Link.YES;
        }
        boolean comesFromAnother = sources.stream().anyMatch(urn -> sameType(urn, to));
        boolean nameless = named.stream().anyMatch(name -> mayBe(name, to));
        return (unknown || nameless) && !comesFromAnother ? Link.MAYBE : Link.NO;
    }

    /** Whether {@code path} of any of {@code from} leads to {@code to}: YES of one outweighs MAYBE of another. */
    public static Link strongest(Collection<Resource> from, String path, Resource to) {
        return strongest(from, one -> between(one, path, to));
    }

    /** The strongest answer that {@code question} gives for any of {@code from}; NO when there are none. */
    public static Link strongest(Collection<Resource> from, Function<Resource, Link> question) {
        Link best = Link.NO;
        for (Resource one : from) {
            Link link = question.apply(one);
            if (link == Link.YES) {
                return link;
            }
            best = link == Link.NO ? best : link;
        }
        return best;
    }

    /**
     * Judges a resource that another one has to be for.
     *
     * @param found   whether one is
     * @param missing the violation when none is
     * @param untold  why it is undecided when that cannot be told
     */
    public static void required(StackContext context, Resource about, Link found, String missing, String untold) {
        if (found == Link.NO) {
            context.violation(about, missing);
        } else if (found == Link.MAYBE) {
            context.undecided(about.properties(), untold);
        }
    }

    /** Whether a text may name a resource whose names are not all known. */
    private static boolean mayBe(String text, Resource to) {
        if (AwsTypes.canonical(to.type()).equals(BUCKET) && to.get("bucket").isKnown()) {
            // Id and ARN of a bucket follow from its name.
            return false;
        }
        return IDENTITIES.stream().anyMatch(i -> i.equals("arn") == text.startsWith("arn:") && to.get(i).isUnknown());
    }

    /** A value that comes from another resource of the kind looked for names that one. */
    private static boolean sameType(String urn, Resource to) {
        String type = AwsTypes.canonical(Urn.parse(urn).type());
        return type.equals(AwsTypes.canonical(to.type()));
    }

    private static boolean collect(Property at, Set<String> into) {
        if (at.isUnknown()) {
            return true;
        }
        boolean unknown = false;
        for (Property item : at.items()) {
            if (item.isUnknown()) {
                unknown = true;
            } else {
                text(item, into);
            }
        }
        return unknown;
    }

    private static Set<String> identities(Resource to) {
        Set<String> out = new LinkedHashSet<>();
        for (String name : IDENTITIES) {
            Property p = to.get(name);
            if (p.isKnown()) {
                text(p, out);
            }
        }
        if (AwsTypes.canonical(to.type()).equals(BUCKET)) {
            List.copyOf(out).stream().filter(name -> !name.contains(":")).forEach(name -> out.add("arn:aws:s3:::" + name));
        }
        return out;
    }

    private static void text(Property p, Set<String> into) {
        try {
            p.string().filter(s -> !s.isEmpty()).ifPresent(into::add);
        } catch (UnexpectedTypeException e) {
            // A list or object is no name; whoever reads the property itself says so.
        }
    }
}
