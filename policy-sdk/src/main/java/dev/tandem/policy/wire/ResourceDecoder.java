package dev.tandem.policy.wire;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceOptions;
import dev.tandem.policy.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** The engine's resource messages to {@link Resource}s. Every field may be missing. */
public final class ResourceDecoder {

    private ResourceDecoder() {}

    /** A resource as resource rules see it: inputs, without dependencies. */
    public static Resource decode(AnalyzeRequest r) {
        return start(r.getUrn(), r.getType(), r.getName())
                .properties(properties(r.getProperties()))
                .options(options(r.getOptions()))
                .parent(r.getOptions().getParent())
                .provider(r.hasProvider() ? provider(r.getProvider()) : null)
                .build();
    }

    /** A resource as stack rules see it: outputs, with dependencies. */
    public static Resource decode(AnalyzerResource r) {
        Map<String, List<String>> byProperty = new LinkedHashMap<>();
        r.getPropertyDependenciesMap().forEach((k, v) -> byProperty.put(k, List.copyOf(v.getUrnsList())));
        return start(r.getUrn(), r.getType(), r.getName())
                .properties(properties(r.getProperties()))
                .options(options(r.getOptions()))
                .parent(r.getParent().isEmpty() ? r.getOptions().getParent() : r.getParent())
                .provider(r.hasProvider() ? provider(r.getProvider()) : null)
                .dependencies(r.getDependenciesList())
                .propertyDependencies(byProperty)
                .build();
    }

    private static Map<String, Value> properties(Struct struct) {
        Map<String, Value> all = StructDecoder.decode(struct);
        all.keySet().removeIf(ResourceDecoder::isEngines);
        return all;
    }

    /** The engine's own keys, which come with a remediation but not with an analysis. */
    static boolean isEngines(String key) {
        return key.startsWith("__");
    }

    static Resource.Builder start(String urn, String type, String name) {
        Resource.Builder builder = Resource.builder(urn);
        if (!type.isEmpty()) {
            builder.type(Names.known(type));
        }
        return name.isEmpty() ? builder : builder.name(name);
    }

    static Provider provider(AnalyzerProviderResource p) {
        return new Provider(p.getType(), p.getUrn(), p.getName(), Property.root(properties(p.getProperties())));
    }

    static ResourceOptions options(AnalyzerResourceOptions o) {
        return new ResourceOptions(
                o.getProtect(),
                o.getIgnoreChangesList(),
                o.getDeleteBeforeReplaceDefined() ? Optional.of(o.getDeleteBeforeReplace()) : Optional.empty(),
                o.getAdditionalSecretOutputsList(),
                o.getAliasesList(),
                o.getCustomTimeouts().getCreate(),
                o.getCustomTimeouts().getUpdate(),
                o.getCustomTimeouts().getDelete(),
                o.getCustomTimeouts().getRead());
    }
}
