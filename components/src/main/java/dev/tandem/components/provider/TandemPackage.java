package dev.tandem.components.provider;

import com.pulumi.core.internal.Internal;
import com.pulumi.provider.internal.Provider;
import com.pulumi.provider.internal.models.ConstructRequest;
import com.pulumi.provider.internal.models.ConstructResponse;
import com.pulumi.provider.internal.models.GetSchemaRequest;
import com.pulumi.provider.internal.models.GetSchemaResponse;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.RegionalFoundation;
import dev.tandem.components.program.SettledInputs;
import dev.tandem.components.program.WaitLoop;
import dev.tandem.components.service.MeshService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The package: tells its schema, and makes components. Thread-safe: every request has a deployment of its own. */
final class TandemPackage implements Provider {

    private final String version;

    /**
     * What foundations told, by URN. A consumer's program hands a foundation over as a reference: as a value of its own it
     * would be unknown as a whole during a preview, and a service could not be planned.
     */
    private final Map<String, PropertyValue> foundations = new ConcurrentHashMap<>();

    TandemPackage(String version) {
        this.version = version;
    }

    @Override
    public CompletableFuture<GetSchemaResponse> getSchema(GetSchemaRequest request) {
        return CompletableFuture.completedFuture(new GetSchemaResponse(PackageSchema.json(version)));
    }

    /** What is wrong with the inputs is told in the engine's own words around ours; a thrown exception would be told by its stack. */
    @Override
    public CompletableFuture<ConstructResponse> construct(ConstructRequest request) {
        WaitLoop.pause();
        try {
            Constructed made = make(request);
            return Internal.of(made.component().urn()).getValueNullable().thenCompose(urn -> made.state().complete()
                    .thenApply(state -> respond(urn, state)));
        } catch (IllegalArgumentException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private Constructed make(ConstructRequest request) {
        Given inputs = Given.of(PropertyValue.of(request.getInputs()));
        ComponentResourceOptions options = ComponentResourceOptions.merge(request.getOptions(),
                ComponentResourceOptions.builder().resourceTransformations(new SettledInputs()).build());
        return switch (request.getType()) {
            case RegionalFoundation.TYPE -> Constructed.foundation(request.getName(), inputs, options);
            case MeshService.TYPE -> Constructed.service(request.getName(), inputs, foundations, options);
            default -> throw new IllegalArgumentException("the package " + PackageSchema.NAME + " has no component \""
                    + request.getType() + "\", expected " + RegionalFoundation.TYPE + " or " + MeshService.TYPE);
        };
    }

    private ConstructResponse respond(String urn, State.Complete told) {
        PropertyValue ref = told.state().get(FoundationState.ALL);
        if (ref != null) {
            foundations.put(urn, ref);
        }
        return new ConstructResponse(urn, told.state(), told.dependencies());
    }
}
