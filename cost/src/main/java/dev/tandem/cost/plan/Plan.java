package dev.tandem.cost.plan;

import dev.tandem.cost.book.Region;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.UndecidedException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The planned resources with what pricers ask of them. Immutable and thread-safe. */
public final class Plan {

    private static final String STACK = "pulumi:pulumi:Stack";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";

    private final ResourceGraph graph;
    private final Region fallback;

    /**
     * @param resources in any order; of resources with one URN the first counts
     * @param fallback region of resources whose provider does not say one
     */
    public Plan(List<Resource> resources, Region fallback) {
        this.graph = ResourceGraph.of(sorted(resources), TypeNames::normalise);
        this.fallback = fallback;
    }

    /** A program registers concurrently; a bill must not differ from run to run. */
    private static List<Resource> sorted(List<Resource> resources) {
        return resources.stream().map(NativeShapes::classic).sorted(Comparator.comparing(Resource::urn)).toList();
    }

    public Collection<Resource> all() {
        return graph.all();
    }

    /** Resources that a provider manages: no components, no providers, not the stack. */
    public List<Resource> managed() {
        return graph.all().stream().filter(r -> !isComponent(r) && !r.isProvider()).toList();
    }

    public List<Resource> ofType(String type) {
        return graph.ofType(type);
    }

    /** The type after normalisation. */
    public String typeOf(Resource resource) {
        return graph.typeOf(resource);
    }

    /** Resources with the same parent, this one among them. */
    List<Resource> siblings(Resource resource) {
        return graph.parentOf(resource).map(graph::children).orElse(List.of());
    }

    /** Resources that a property's value came from. */
    public List<Resource> referenced(Resource resource, String property) {
        return graph.referenced(resource, property);
    }

    /** Resources of a type whose property came from this resource. */
    public List<Resource> referrers(Resource resource, String type, String property) {
        return graph.referrers(resource, type, property);
    }

    private boolean isComponent(Resource r) {
        return r.type().equals(STACK)
                || r.provider().isEmpty() && !r.type().startsWith("pulumi:") && !r.type().startsWith("aws:")
                        && !r.type().startsWith(NativeTypes.PREFIX);
    }

    /** The outermost component above a resource. */
    public Component component(Resource resource) {
        Component owner = Component.STACK;
        for (Resource above : graph.ancestors(resource)) {
            if (isComponent(above) && !above.type().equals(STACK)) {
                owner = new Component(above.name(), above.type().substring(above.type().lastIndexOf(':') + 1));
            }
        }
        return owner;
    }

    /** The one component of several resources, else {@link Component#SHARED}. */
    public Component component(List<Resource> resources) {
        List<Component> owners = resources.stream().map(this::component).distinct().toList();
        return owners.size() == 1 ? owners.get(0) : Component.SHARED;
    }

    /** The region: the resource's own {@code region}, its provider's, else the fallback. */
    public Region region(Resource resource) {
        return text(resource.get("region"))
                .or(() -> resource.provider().map(Provider::properties).flatMap(p -> text(p.at("region"))))
                .filter(Region::isRegion)
                .map(Region::new)
                .orElse(fallback);
    }

    /**
     * A string that is there and known; empty otherwise, also when it has another type. An empty string counts as
     * absent: providers return one for what was not set.
     */
    public static Optional<String> text(Property property) {
        return read(property, Property::string).flatMap(o -> o).filter(s -> !s.isBlank());
    }

    /** Whether something is set here: not absent, null, an empty string or an empty list. Unknown counts as set. */
    public static boolean isSet(Property property) {
        return property.isUnknown() || text(property).isPresent()
                || !property.isMissing() && read(property, Property::string).isEmpty() && !items(property).isEmpty();
    }

    /** Whether a property is known to be true. */
    public static boolean isTrue(Property property) {
        return read(property, p -> p.boolOr(false)).orElse(false);
    }

    /** Elements of a list; empty when it is unknown or no list can be read. */
    public static List<Property> items(Property property) {
        return read(property, Property::items).orElse(List.of());
    }

    /**
     * The number at a property.
     *
     * @param otherwise the provider's default, taken silently when the property is absent
     * @param assumed taken, with a note, when the property is unknown or no number
     */
    public static Quantity number(Property property, long otherwise, long assumed) {
        return number(property, BigDecimal.valueOf(otherwise), BigDecimal.valueOf(assumed));
    }

    /** As {@link #number(Property, long, long)}. */
    public static Quantity number(Property property, BigDecimal otherwise, BigDecimal assumed) {
        try {
            Optional<String> text = property.string();
            BigDecimal value = text.isEmpty() ? otherwise : new BigDecimal(text.get().trim());
            return Quantity.of(value.max(BigDecimal.ZERO));
        } catch (UndecidedException | NumberFormatException e) {
            return unreadable(property, assumed);
        }
    }

    /** How many elements a list has. */
    public static Quantity count(Property property, long otherwise, long assumed) {
        return property.isUnknown()
                ? unreadable(property, BigDecimal.valueOf(assumed))
                : Quantity.of(property.isMissing() ? otherwise : items(property).size());
    }

    /**
     * How many subnets a list has. A program that joins ids which are not known yet sends the whole list as unknown;
     * then the subnets that it came from are counted.
     */
    public Quantity countSubnets(Resource resource, String property, long assumed) {
        long joined = referenced(resource, property).stream().filter(r -> typeOf(r).equals(SUBNET)).count();
        return resource.get(property).isUnknown() && joined > 0
                ? Quantity.of(joined)
                : count(resource.get(property), 0, assumed);
    }

    private static Quantity unreadable(Property property, BigDecimal assumed) {
        return Quantity.assumed(assumed, property.path() + " is "
                + (property.isUnknown() ? "not known before the deployment" : "no number that can be read")
                + ": " + assumed.toPlainString() + " assumed");
    }

    private static <T> Optional<T> read(Property property, Function<Property, T> reader) {
        try {
            return Optional.of(reader.apply(property));
        } catch (UndecidedException e) {
            return Optional.empty();
        }
    }
}
