package dev.tandem.e2e.awsx;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.provider.internal.Provider;
import com.pulumi.provider.internal.models.ConstructRequest;
import com.pulumi.provider.internal.models.ConstructResponse;
import com.pulumi.provider.internal.models.GetSchemaRequest;
import com.pulumi.provider.internal.models.GetSchemaResponse;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.OutputReference;
import com.pulumi.provider.internal.properties.PropertyValue.ResourceReference;
import com.pulumi.resources.CustomResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Answers the engine: makes a {@link Vpc} and tells its outputs as the provider does, ids as text and tables as references. */
final class SimulatedAwsx implements Provider {

    private static final String SCHEMA = "{\"name\": \"awsx\", \"version\": \"3.11.0\","
            + " \"resources\": {\"" + Vpc.TYPE + "\": {\"isComponent\": true}}}";

    @Override
    public CompletableFuture<GetSchemaResponse> getSchema(GetSchemaRequest request) {
        return CompletableFuture.completedFuture(new GetSchemaResponse(SCHEMA));
    }

    @Override
    public CompletableFuture<ConstructResponse> construct(ConstructRequest request) {
        try {
            if (!request.getType().equals(Vpc.TYPE)) {
                throw new IllegalArgumentException("the simulated awsx provider has no " + request.getType() + ", only " + Vpc.TYPE);
            }
            Vpc vpc = new Vpc(request.getName(), VpcArguments.of(request.getInputs()), request.getOptions());
            return respond(vpc);
        } catch (IllegalArgumentException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static CompletableFuture<ConstructResponse> respond(Vpc vpc) {
        Map<String, CompletableFuture<Told>> outputs = new TreeMap<>();
        outputs.put("vpcId", told(vpc.vpc(), SimulatedAwsx::id));
        vpc.subnetIds().forEach((name, subnets) -> outputs.put(name, told(subnets, SimulatedAwsx::id)));
        outputs.put("routeTables", told(vpc.routeTables(), SimulatedAwsx::reference));
        Map<String, PropertyValue> state = new TreeMap<>();
        Map<String, Set<String>> dependencies = new TreeMap<>();
        return text(vpc.urn()).thenCompose(urn -> CompletableFuture.allOf(outputs.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    outputs.forEach((name, told) -> {
                        state.put(name, told.join().value());
                        dependencies.put(name, told.join().urns());
                    });
                    return new ConstructResponse(urn, state, dependencies);
                }));
    }

    /** A value and the resources that it comes from. */
    private record Told(PropertyValue value, Set<String> urns) {}

    /** @param form of a resource's URN and its id, which is null in a preview */
    private static CompletableFuture<Told> told(CustomResource resource, BiFunction<String, String, PropertyValue> form) {
        return text(resource.urn()).thenCombine(text(resource.id()), (urn, id) -> new Told(form.apply(urn, id), Set.of(urn)));
    }

    private static CompletableFuture<Told> told(
            List<? extends CustomResource> resources, BiFunction<String, String, PropertyValue> form) {
        List<CompletableFuture<Told>> all = resources.stream().map(resource -> told(resource, form)).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(done -> new Told(
                PropertyValue.of(all.stream().map(one -> one.join().value()).toList()),
                Set.copyOf(all.stream().flatMap(one -> one.join().urns().stream()).toList())));
    }

    private static PropertyValue id(String urn, String id) {
        return PropertyValue.of(new OutputReference(id == null ? null : PropertyValue.of(id), Set.of(urn)));
    }

    private static PropertyValue reference(String urn, String id) {
        return PropertyValue.of(new ResourceReference(urn, id == null ? PropertyValue.COMPUTED : PropertyValue.of(id), ""));
    }

    private static CompletableFuture<String> text(Output<String> output) {
        return Internal.of(output).getValueNullable();
    }
}
