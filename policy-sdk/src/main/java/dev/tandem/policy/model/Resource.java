package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A registered resource: custom, component, provider or the stack itself. Immutable and thread-safe.
 *
 * <p>In a resource rule the properties are the inputs, and dependencies are not known; in a stack rule they are the
 * outputs, with dependencies.
 *
 * <pre>{@code
 * Resource bucket = Resource.builder("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs")
 *         .properties(Map.of("acl", Values.of("private")))
 *         .build();
 * bucket.get("acl").is("private"); // true
 * }</pre>
 */
@PublicApi
public final class Resource {

    private final String urn;
    private final String type;
    private final String name;
    private final Property properties;
    private final ResourceOptions options;
    private final Provider provider;
    private final String parent;
    private final List<String> dependencies;
    private final Map<String, List<String>> propertyDependencies;
    private final Set<String> inputNames;

    private Resource(Builder b) {
        this.urn = Objects.requireNonNull(b.urn, "urn");
        this.type = Objects.requireNonNull(b.type, "type");
        this.name = Objects.requireNonNull(b.name, "name");
        this.properties = Property.root(b.properties);
        this.options = b.options;
        this.provider = b.provider;
        this.parent = b.parent == null || b.parent.isEmpty() ? null : b.parent;
        this.dependencies = List.copyOf(b.dependencies);
        this.propertyDependencies = Map.copyOf(b.propertyDependencies);
        this.inputNames = null;
    }

    private Resource(Resource other, Set<String> inputNames) {
        this.urn = other.urn;
        this.type = other.type;
        this.name = other.name;
        this.properties = other.properties;
        this.options = other.options;
        this.provider = other.provider;
        this.parent = other.parent;
        this.dependencies = other.dependencies;
        this.propertyDependencies = other.propertyDependencies;
        this.inputNames = Set.copyOf(inputNames);
    }

    /**
     * Starts a resource with type and name from its URN.
     *
     * @param urn the resource's unique name
     * @return a builder that has the URN's type and name; none of either where the text is no URN
     */
    public static Builder builder(String urn) {
        return new Builder(urn);
    }

    /** {@return the resource's unique name, see {@link Urn}} */
    public String urn() {
        return urn;
    }

    /** {@return the type token as registered, such as {@code aws:s3/bucket:Bucket}} */
    public String type() {
        return type;
    }

    /** {@return the name that the program gave it, the last part of the URN} */
    public String name() {
        return name;
    }

    /** {@return the root of the properties} */
    public Property properties() {
        return properties;
    }

    /**
     * {@return the property at a path without wildcards; see {@link Property#at}}
     *
     * @param path as of {@link PropertyPath}
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     */
    public Property get(String path) {
        return properties.at(path);
    }

    /**
     * {@return the properties at a path with wildcards; see {@link Property#all}}
     *
     * @param path as of {@link PropertyPath}
     * @throws IllegalArgumentException when the path is malformed
     */
    public List<Property> all(String path) {
        return properties.all(path);
    }

    /**
     * {@return whether the value at a path, or something around it, is marked secret; false where nothing is}
     *
     * @param path as of {@link PropertyPath}
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     */
    public boolean isSecret(String path) {
        return get(path).isSecret();
    }

    /** {@return the options that the engine tells; {@link ResourceOptions#NONE} where none is set} */
    public ResourceOptions options() {
        return options;
    }

    /** {@return the provider; empty for components, providers and the stack} */
    public Optional<Provider> provider() {
        return Optional.ofNullable(provider);
    }

    /** {@return the parent's URN; empty for the stack} */
    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    /** {@return URNs that the resource depends on; empty in a resource rule} */
    public List<String> dependencies() {
        return dependencies;
    }

    /** {@return property name to the URNs that its value came from; empty in a resource rule} */
    public Map<String, List<String>> propertyDependencies() {
        return propertyDependencies;
    }

    /**
     * {@return the top-level properties that the program set, for stack rules, which see outputs only} In a preview a provider
     * predicts what it computes as unknown, which looks like a value taken from another resource; a property that is not
     * among these names was not set. Empty where that is not known: in a resource rule, whose properties are the inputs,
     * and when a stack is judged that was not planned before, such as one read from a state.
     */
    public Optional<Set<String>> inputNames() {
        return Optional.ofNullable(inputNames);
    }

    /**
     * {@return the same resource, of which it is known what the program set}
     *
     * @param names top-level properties
     */
    public Resource withInputNames(Set<String> names) {
        return new Resource(this, names);
    }

    /** {@return whether this is a provider resource} */
    public boolean isProvider() {
        return type.startsWith("pulumi:providers:");
    }

    @Override
    public String toString() {
        return urn;
    }

    /**
     * Builds a {@link Resource}: {@code Resource.builder(urn).parent(other.urn()).build()}. Type and name default to those
     * in the URN. Not thread-safe.
     */
    public static final class Builder {
        /** By identity: what nobody has set. */
        private static final String FROM_URN = new String("");

        private final String urn;
        private String type = FROM_URN;
        private String name = FROM_URN;
        private Map<String, Value> properties = Map.of();
        private ResourceOptions options = ResourceOptions.NONE;
        private Provider provider;
        private String parent;
        private List<String> dependencies = List.of();
        private Map<String, List<String>> propertyDependencies = Map.of();

        private Builder(String urn) {
            this.urn = Objects.requireNonNull(urn, "urn");
        }

        /**
         * The type token, such as {@code aws:s3/bucket:Bucket}.
         *
         * @param type instead of the URN's
         * @return this builder
         */
        public Builder type(String type) {
            this.type = type;
            return this;
        }

        /**
         * The name that the program gave it.
         *
         * @param name instead of the URN's
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * The top-level properties; none by default.
         *
         * @param properties by name
         * @return this builder
         */
        public Builder properties(Map<String, Value> properties) {
            this.properties = properties;
            return this;
        }

        /**
         * The resource options; none by default.
         *
         * @param options replaces all options set before
         * @return this builder
         */
        public Builder options(ResourceOptions options) {
            this.options = options;
            return this;
        }

        /**
         * The provider; none by default.
         *
         * @param provider null for none
         * @return this builder
         */
        public Builder provider(Provider provider) {
            this.provider = provider;
            return this;
        }

        /**
         * The parent's URN; null or empty for none.
         *
         * @param parent a URN, null or empty
         * @return this builder
         */
        public Builder parent(String parent) {
            this.parent = parent;
            return this;
        }

        /**
         * URNs of {@code dependsOn} and of everything that property values came from.
         *
         * @param dependencies replaces those set before
         * @return this builder
         */
        public Builder dependencies(List<String> dependencies) {
            this.dependencies = dependencies;
            return this;
        }

        /**
         * Property name to the URNs that its value came from.
         *
         * @param propertyDependencies replaces those set before
         * @return this builder
         */
        public Builder propertyDependencies(Map<String, List<String>> propertyDependencies) {
            this.propertyDependencies = propertyDependencies;
            return this;
        }

        /**
         * {@return the resource}
         *
         * @throws NullPointerException when type or name was set to null
         */
        public Resource build() {
            if (type == FROM_URN || name == FROM_URN) {
                Optional<Urn> parsed = Urn.read(urn);
                type = type == FROM_URN ? parsed.map(Urn::type).orElse("") : type;
                name = name == FROM_URN ? parsed.map(Urn::name).orElse("") : name;
            }
            return new Resource(this);
        }
    }
}
