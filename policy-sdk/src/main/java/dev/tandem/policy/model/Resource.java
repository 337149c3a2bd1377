package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A registered resource: custom, component, provider or the stack itself. Immutable and thread-safe.
 *
 * <p>In a resource rule the properties are the inputs, and dependencies are not known; in a stack rule they are the
 * outputs, with dependencies.
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
    }

    /** Starts a resource with type and name from its URN. */
    public static Builder builder(String urn) {
        return new Builder(urn);
    }

    /** The resource's unique name, see {@link Urn}. */
    public String urn() {
        return urn;
    }

    /** The type token as registered, such as {@code aws:s3/bucket:Bucket}. */
    public String type() {
        return type;
    }

    /** The name that the program gave it, the last part of the URN. */
    public String name() {
        return name;
    }

    /** The root of the properties. */
    public Property properties() {
        return properties;
    }

    /** The property at a path without wildcards; see {@link Property#at}. */
    public Property get(String path) {
        return properties.at(path);
    }

    /** The properties at a path with wildcards; see {@link Property#all}. */
    public List<Property> all(String path) {
        return properties.all(path);
    }

    /**
     * Whether the value at a path, or something around it, is marked secret; false where nothing is.
     *
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     */
    public boolean isSecret(String path) {
        return get(path).isSecret();
    }

    /** The options that the engine tells; {@link ResourceOptions#NONE} where none is set. */
    public ResourceOptions options() {
        return options;
    }

    /** The provider; empty for components, providers and the stack. */
    public Optional<Provider> provider() {
        return Optional.ofNullable(provider);
    }

    /** The parent's URN; empty for the stack. */
    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    /** URNs that the resource depends on; empty in a resource rule. */
    public List<String> dependencies() {
        return dependencies;
    }

    /** Property name to the URNs that its value came from; empty in a resource rule. */
    public Map<String, List<String>> propertyDependencies() {
        return propertyDependencies;
    }

    /** Whether this is a provider resource. */
    public boolean isProvider() {
        return type.startsWith("pulumi:providers:");
    }

    @Override
    public String toString() {
        return urn;
    }

    /** Not thread-safe. Type and name default to those in the URN. */
    public static final class Builder {
        private final String urn;
        private String type;
        private String name;
        private Map<String, Value> properties = Map.of();
        private ResourceOptions options = ResourceOptions.NONE;
        private Provider provider;
        private String parent;
        private List<String> dependencies = List.of();
        private Map<String, List<String>> propertyDependencies = Map.of();

        private Builder(String urn) {
            this.urn = urn;
            Optional<Urn> parsed = Urn.read(urn);
            this.type = parsed.map(Urn::type).orElse("");
            this.name = parsed.map(Urn::name).orElse("");
        }

        /** The type token, such as {@code aws:s3/bucket:Bucket}. */
        public Builder type(String type) {
            this.type = type;
            return this;
        }

        /** The name that the program gave it. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** The top-level properties; none by default. */
        public Builder properties(Map<String, Value> properties) {
            this.properties = properties;
            return this;
        }

        /** The resource options; none by default. */
        public Builder options(ResourceOptions options) {
            this.options = options;
            return this;
        }

        /** The provider; none by default. */
        public Builder provider(Provider provider) {
            this.provider = provider;
            return this;
        }

        /** The parent's URN; null or empty for none. */
        public Builder parent(String parent) {
            this.parent = parent;
            return this;
        }

        /** URNs of {@code dependsOn} and of everything that property values came from. */
        public Builder dependencies(List<String> dependencies) {
            this.dependencies = dependencies;
            return this;
        }

        /** Property name to the URNs that its value came from. */
        public Builder propertyDependencies(Map<String, List<String>> propertyDependencies) {
            this.propertyDependencies = propertyDependencies;
            return this;
        }

        /** The resource. */
        public Resource build() {
            return new Resource(this);
        }
    }
}
