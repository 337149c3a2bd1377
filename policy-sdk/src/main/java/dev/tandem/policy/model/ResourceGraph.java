package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All resources of a stack and how they hang together, indexed once. Joins work while ids are unknown, because they
 * follow property dependencies. Immutable and thread-safe.
 *
 * <pre>{@code
 * ResourceGraph graph = ResourceGraph.of(resources);
 * for (Resource bucket : graph.ofType("aws:s3/bucket:Bucket")) {
 *     List<Resource> policies = graph.referrers(bucket, "aws:s3/bucketPolicy:BucketPolicy", "bucket");
 * }
 * }</pre>
 */
@PublicApi
public final class ResourceGraph {

    private final Map<String, Resource> byUrn;
    private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
    private final Map<String, List<Resource>> children = new LinkedHashMap<>();
    private final Map<String, List<Resource>> referrers = new LinkedHashMap<>();
    private final UnaryOperator<String> normalizer;

    private ResourceGraph(Collection<Resource> resources, UnaryOperator<String> normalizer) {
        this.normalizer = normalizer;
        byUrn = new LinkedHashMap<>(resources.size() * 4 / 3 + 1);
        resources.forEach(r -> byUrn.putIfAbsent(r.urn(), r));
        for (Resource r : byUrn.values()) {
            byType.computeIfAbsent(normalizer.apply(r.type()), t -> new ArrayList<>()).add(r);
            r.parent().ifPresent(p -> children.computeIfAbsent(p, u -> new ArrayList<>()).add(r));
            if (!r.dependencies().isEmpty() || !r.propertyDependencies().isEmpty()) {
                targets(r).forEach(t -> referrers.computeIfAbsent(t, u -> new ArrayList<>()).add(r));
            }
        }
    }

    private static Set<String> targets(Resource r) {
        Set<String> targets = new LinkedHashSet<>(r.dependencies());
        r.propertyDependencies().values().forEach(targets::addAll);
        return targets;
    }

    /**
     * {@return a graph whose types are taken as they are}
     *
     * @param resources of one stack; of several with one URN the first counts
     */
    public static ResourceGraph of(Collection<Resource> resources) {
        return new ResourceGraph(resources, UnaryOperator.identity());
    }

    /**
     * {@return a graph whose types are normalised, so that {@link #ofType} finds siblings of several providers}
     *
     * @param resources of one stack; of several with one URN the first counts
     * @param typeNormalizer type token to the one that stands for it and its siblings
     */
    public static ResourceGraph of(Collection<Resource> resources, UnaryOperator<String> typeNormalizer) {
        return new ResourceGraph(resources, typeNormalizer);
    }

    /** {@return every resource, in the order received} Of resources with one URN the first counts. */
    public Collection<Resource> all() {
        return java.util.Collections.unmodifiableCollection(byUrn.values());
    }

    /**
     * {@return the resource of a URN; empty when it is not in the stack, or only read by the program}
     *
     * @param urn the unique name
     */
    public Optional<Resource> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }

    /**
     * {@return resources of one type, after normalisation}
     *
     * @param type a type token, normalised here too
     */
    public List<Resource> ofType(String type) {
        return java.util.Collections.unmodifiableList(byType.getOrDefault(normalizer.apply(type), List.of()));
    }

    /**
     * {@return the type of a resource after normalisation}
     *
     * @param resource need not be in the graph
     */
    public String typeOf(Resource resource) {
        return normalizer.apply(resource.type());
    }

    /**
     * {@return the resource that this one is a child of; empty for the stack, and when the parent is not listed}
     *
     * @param resource the child
     */
    public Optional<Resource> parentOf(Resource resource) {
        return resource.parent().flatMap(this::find);
    }

    /**
     * {@return parent, grandparent and so on up to the stack; stops at a cycle}
     *
     * @param resource where to begin; not part of the result
     */
    public List<Resource> ancestors(Resource resource) {
        Set<Resource> out = new LinkedHashSet<>();
        Optional<Resource> next = parentOf(resource);
        while (next.isPresent() && next.get() != resource && out.add(next.get())) {
            next = parentOf(next.get());
        }
        return List.copyOf(out);
    }

    /**
     * {@return the nearest ancestor of one type, after normalisation: "which component is this part of?"}
     *
     * @param resource where to begin; not looked at itself
     * @param type a type token, normalised here too
     */
    public Optional<Resource> ancestor(Resource resource, String type) {
        String wanted = normalizer.apply(type);
        return ancestors(resource).stream().filter(a -> typeOf(a).equals(wanted)).findFirst();
    }

    /**
     * {@return the resources whose parent this one is}
     *
     * @param resource the parent
     */
    public List<Resource> children(Resource resource) {
        return java.util.Collections.unmodifiableList(children.getOrDefault(resource.urn(), List.of()));
    }

    /**
     * {@return children, their children and so on, nearest first; stops at a cycle}
     *
     * @param resource where to begin; not part of the result
     */
    public List<Resource> descendants(Resource resource) {
        Set<Resource> out = new LinkedHashSet<>(children(resource));
        List<Resource> next = new ArrayList<>(out);
        while (!next.isEmpty()) {
            List<Resource> deeper = new ArrayList<>();
            next.forEach(r -> children(r).stream().filter(c -> c != resource && out.add(c)).forEach(deeper::add));
            next = deeper;
        }
        return List.copyOf(out);
    }

    /**
     * {@return what this resource depends on, by {@code dependsOn} or by a property; what is not listed is left out}
     *
     * @param resource the one that depends
     */
    public List<Resource> dependencies(Resource resource) {
        return targets(resource).stream().map(byUrn::get).filter(java.util.Objects::nonNull).toList();
    }

    /**
     * {@return what the value of one top-level property came from: "which security group does this service use?"}
     *
     * @param resource the one that has the property
     * @param property a top-level name, no path
     */
    public List<Resource> referenced(Resource resource, String property) {
        return resource.propertyDependencies().getOrDefault(property, List.of()).stream()
                .map(byUrn::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /**
     * {@return everything that depends on this resource, by {@code dependsOn} or by a property}
     *
     * @param resource the one that is depended on
     */
    public List<Resource> referrers(Resource resource) {
        return java.util.Collections.unmodifiableList(referrers.getOrDefault(resource.urn(), List.of()));
    }

    /**
     * {@return {@link #referrers(Resource)} of one type whose given property came from this resource}
     *
     * @param resource the one that is depended on
     * @param type of the referrers, normalised here too
     * @param property a top-level name of theirs, no path
     */
    public List<Resource> referrers(Resource resource, String type, String property) {
        String wanted = normalizer.apply(type);
        return referrers(resource).stream()
                .filter(r -> normalizer.apply(r.type()).equals(wanted))
                .filter(r -> r.propertyDependencies().getOrDefault(property, List.of()).contains(resource.urn()))
                .toList();
    }
}
