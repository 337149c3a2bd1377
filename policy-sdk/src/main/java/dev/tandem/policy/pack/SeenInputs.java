package dev.tandem.policy.pack;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which properties programs set. AnalyzeStack sends outputs, in which an unknown may be a prediction of the provider or a
 * value of the program; the inputs of the Analyze before tell. Not all programs' libraries send where an unknown comes from: the
 * one for Java does so for ids only. Names, no values. Thread-safe.
 */
final class SeenInputs {

    private final Map<String, Set<String>> namesByUrn = new ConcurrentHashMap<>();

    /** A resource is judged by its inputs; what was seen of it before is forgotten. */
    void see(Resource asInput) {
        Set<String> names = new HashSet<>();
        // Not by way of Property: each Analyze comes here, and no value is looked into.
        if (asInput.properties().value().orElse(null) instanceof Value.Fields fields) {
            fields.values().forEach((name, value) -> {
                if (!(value.unwrapped() instanceof Value.Null)) {
                    names.add(name);
                }
            });
        }
        namesByUrn.put(asInput.urn(), names);
    }

    /** The resources, with what was seen of each. */
    List<Resource> on(List<Resource> resources) {
        return resources.stream().map(this::on).toList();
    }

    private Resource on(Resource resource) {
        Set<String> names = namesByUrn.get(resource.urn());
        return names == null ? resource : resource.withInputNames(names);
    }
}
