package dev.tandem.preview.pack;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructEncoder;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.engine.Options;
import dev.tandem.preview.engine.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Registrations as the engine sends them to a policy pack. */
public final class WireResources {

    private WireResources() {}

    /** A resource for Remediate ({@code internalKeys}) or Analyze (without top-level keys that begin with __). */
    static AnalyzeRequest resource(Registration r, Deployment deployment, boolean internalKeys) {
        AnalyzeRequest.Builder out = AnalyzeRequest.newBuilder()
                .setType(r.type())
                .setUrn(r.urn())
                .setName(r.name())
                .setProperties(struct(r.inputs(), internalKeys))
                .setOptions(options(r));
        deployment.find(r.provider()).ifPresent(p -> out.setProvider(provider(p)));
        return out.build();
    }

    /**
     * The whole stack, by URN, with outputs. In a preview without providers these are the inputs and unknowns; of
     * components and the stack, what was registered.
     */
    public static AnalyzeStackRequest stack(Deployment deployment) {
        AnalyzeStackRequest.Builder out = AnalyzeStackRequest.newBuilder();
        for (Registration r : deployment.resources().stream().sorted(Comparator.comparing(Registration::urn)).toList()) {
            if (r.remote()) {
                continue;
            }
            AnalyzerResource.Builder resource = AnalyzerResource.newBuilder()
                    .setType(r.type())
                    .setUrn(r.urn())
                    .setName(r.name())
                    .setProperties(struct(r.shownOutputs(), false))
                    .setOptions(options(r))
                    .setParent(r.parent())
                    .addAllDependencies(r.dependencies());
            r.propertyDependencies().forEach((property, urns) -> resource.putPropertyDependencies(
                    property, AnalyzerPropertyDependencies.newBuilder().addAllUrns(urns).build()));
            deployment.find(r.provider()).ifPresent(p -> resource.setProvider(provider(p)));
            out.addResources(resource);
        }
        return out.build();
    }

    private static AnalyzerProviderResource provider(Registration p) {
        return AnalyzerProviderResource.newBuilder()
                .setType(p.type())
                .setUrn(p.urn())
                .setName(p.name())
                .setProperties(struct(p.inputs(), false))
                .build();
    }

    /** Aliases are left out: the engine sends only one that matched an old resource, and a fresh stack has none. */
    private static AnalyzerResourceOptions options(Registration r) {
        Options o = r.options();
        AnalyzerResourceOptions.Builder out = AnalyzerResourceOptions.newBuilder()
                .setProtect(o.protect().orElse(false))
                .addAllIgnoreChanges(o.ignoreChanges())
                .setDeleteBeforeReplace(o.deleteBeforeReplace().orElse(false))
                .setDeleteBeforeReplaceDefined(o.deleteBeforeReplace().isPresent())
                .addAllAdditionalSecretOutputs(o.additionalSecretOutputs())
                .setParent(r.parent());
        out.getCustomTimeoutsBuilder()
                .setCreate(o.timeouts().create())
                .setUpdate(o.timeouts().update())
                .setDelete(o.timeouts().delete())
                .setRead(o.timeouts().read());
        return out.build();
    }

    private static Struct struct(Map<String, Value> fields, boolean internalKeys) {
        Map<String, Value> out = new LinkedHashMap<>();
        fields.forEach((k, v) -> {
            if (internalKeys || !k.startsWith("__")) {
                out.put(k, flat(v));
            }
        });
        return StructEncoder.encode(out);
    }

    /** References become the id, or unknown while there is none, or the URN of a component. */
    private static Value flat(Value value) {
        if (value instanceof Value.Reference r) {
            if (r.id() instanceof Value.Null) {
                return new Value.Text(r.urn());
            }
            return r.id() instanceof Value.Text t && !t.value().isEmpty() ? t : new Value.Unknown();
        } else if (value instanceof Value.Secret s) {
            return new Value.Secret(flat(s.value()));
        } else if (value instanceof Value.Items items) {
            List<Value> out = new ArrayList<>(items.values().size());
            items.values().forEach(v -> out.add(flat(v)));
            return new Value.Items(out);
        } else if (value instanceof Value.Fields f) {
            Map<String, Value> out = new LinkedHashMap<>();
            f.values().forEach((k, v) -> out.put(k, flat(v)));
            return new Value.Fields(out);
        }
        return value;
    }
}
