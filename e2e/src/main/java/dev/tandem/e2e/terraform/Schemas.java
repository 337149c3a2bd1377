package dev.tandem.e2e.terraform;

import dev.tandem.e2e.terraform.wire.GetProviderSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a provider says of its resource types; each is read when it is first asked for. Thread-safe. */
public final class Schemas {

    private final GetProviderSchema.Response declared;
    private final Map<String, Block> resources = new ConcurrentHashMap<>();

    Schemas(GetProviderSchema.Response declared) {
        this.declared = declared;
    }

    /** The names of all resource types. */
    public Set<String> types() {
        return declared.getResourceSchemasMap().keySet();
    }

    /**
     * A resource type's schema.
     *
     * @throws IllegalArgumentException when the provider has no such type
     */
    public Block resource(String type) {
        return resources.computeIfAbsent(type, name -> Optional.ofNullable(declared.getResourceSchemasMap().get(name))
                .map(schema -> Block.of(schema.getBlock()))
                .orElseThrow(() -> new IllegalArgumentException("the provider has no resource type " + name)));
    }

    /** The schema of the provider's own configuration. */
    public Block provider() {
        return Block.of(declared.getProvider().getBlock());
    }
}
