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

    public static Builder builder(String urn) {
        return new Builder(urn);
    }

    public String urn() {
        return urn;
    }

    /** The type token as registered, such as {@code aws:s3/bucket:Bucket}. */
    public String type() {
        return type;
    }

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

        public Builder type(String type) {
            this.type = type;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder properties(Map<String, Value> properties) {
            this.properties = properties;
            return this;
        }

        public Builder options(ResourceOptions options) {
            this.options = options;
            return this;
        }

        public Builder provider(Provider provider) {
            this.provider = provider;
            return this;
        }

        public Builder parent(String parent) {
            this.parent = parent;
            return this;
        }

        public Builder dependencies(List<String> dependencies) {
            this.dependencies = dependencies;
            return this;
        }

        public Builder propertyDependencies(Map<String, List<String>> propertyDependencies) {
            this.propertyDependencies = propertyDependencies;
            return this;
        }

        public Resource build() {
            return new Resource(this);
        }
    }
}
