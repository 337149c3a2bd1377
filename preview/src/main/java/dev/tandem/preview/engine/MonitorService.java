package dev.tandem.preview.engine;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.policy.wire.StructEncoder;
import dev.tandem.preview.child.Activity;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import pulumirpc.CallbackOuterClass.Callback;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.RegisterResourceResponse.PropertyDependencies;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/**
 * The resource monitor that a program talks to. Answers as the engine does in a preview: the URN, no id, the inputs as
 * outputs, and the outputs that the provider would add as unknown ({@link OutputNames}). Thread-safe.
 */
final class MonitorService extends ResourceMonitorImplBase {

    /** Features that need no callback into the program. */
    private static final Set<String> FEATURES = Set.of("secrets", "resourceReferences", "outputValues", "aliasSpecs",
            "replacementTrigger", "deletedWith", "replaceWith", "parameterization");

    private final Deployment deployment;
    private final Registrar registrar;
    private final Invokes invokes;
    private final Activity activity;

    MonitorService(Deployment deployment, Registrar registrar, Invokes invokes, Activity activity) {
        this.deployment = deployment;
        this.registrar = registrar;
        this.invokes = invokes;
        this.activity = activity;
    }

    @Override
    public void supportsFeature(SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> out) {
        answer(out, () -> SupportsFeatureResponse.newBuilder().setHasSupport(FEATURES.contains(request.getId())).build());
    }

    @Override
    public void registerResource(RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> out) {
        activity.waitsForUs();
        try {
            registrar.register(request).whenComplete((resource, failure) -> {
                activity.answered();
                if (failure == null) {
                    out.onNext(registered(resource));
                    out.onCompleted();
                } else {
                    out.onError(Status.UNAVAILABLE.withDescription("the preview has ended").asRuntimeException());
                }
            });
        } catch (RuntimeException e) {
            activity.answered();
            fail(out, e);
        }
    }

    private RegisterResourceResponse registered(Registration resource) {
        RegisterResourceResponse.Builder response = RegisterResourceResponse.newBuilder().setUrn(resource.urn());
        if (resource.isProvider()) {
            response.setId(Unknowns.STRING);
        }
        if (resource.custom()) {
            response.setObject(StructEncoder.encode(OutputNames.previewed(resource.type(), resource.inputs())));
        }
        Map<String, List<String>> inside = registrar.outputsOf(resource.urn());
        if (!inside.isEmpty()) {
            Map<String, Value> outputs = new LinkedHashMap<>();
            inside.forEach((name, urns) -> {
                outputs.put(name, new Value.Unknown());
                response.putPropertyDependencies(name, PropertyDependencies.newBuilder().addAllUrns(urns).build());
            });
            response.setObject(StructEncoder.encode(outputs));
        }
        return response.build();
    }

    @Override
    public void registerResourceOutputs(RegisterResourceOutputsRequest request, StreamObserver<Empty> out) {
        answer(out, () -> {
            deployment.setOutputs(request.getUrn(), StructDecoder.decode(request.getOutputs()));
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void readResource(ReadResourceRequest request, StreamObserver<ReadResourceResponse> out) {
        answer(out, () -> {
            String urn = registrar.read(request);
            Struct properties = request.getProperties();
            if (request.getType().equals("pulumi:pulumi:StackReference")) {
                properties = StructEncoder.encode(invokes.stackOutputs(request.getId()));
            }
            return ReadResourceResponse.newBuilder().setUrn(urn).setProperties(properties).build();
        });
    }

    @Override
    public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> out) {
        answer(out, () -> {
            String provider = registrar.provider(
                    request.getTok(), request.getProvider(), request.getPackageRef(), request.getVersion());
            return ResourceInvokeResponse.newBuilder()
                    .setReturn(result(request.getTok(), request.getArgs(), provider))
                    .build();
        });
    }

    @Override
    public void call(ResourceCallRequest request, StreamObserver<CallResponse> out) {
        answer(out, () -> {
            String provider = registrar.provider(
                    request.getTok(), request.getProvider(), request.getPackageRef(), request.getVersion());
            return CallResponse.newBuilder().setReturn(result(request.getTok(), request.getArgs(), provider)).build();
        });
    }

    private Struct result(String token, Struct args, String provider) {
        Optional<String> region = deployment.find(provider).flatMap(MonitorService::region);
        Map<String, Value> result = invokes.invoke(token, StructDecoder.decode(args), region);
        return StructEncoder.encode(result);
    }

    private static Optional<String> region(Registration provider) {
        return provider.inputs().get("region") instanceof Value.Text t ? Optional.of(t.value()) : Optional.empty();
    }

    @Override
    public void registerPackage(RegisterPackageRequest request, StreamObserver<RegisterPackageResponse> out) {
        answer(out, () -> RegisterPackageResponse.newBuilder().setRef(registrar.addPackage(request)).build());
    }

    @Override
    public void registerStackTransform(Callback request, StreamObserver<Empty> out) {
        out.onError(Status.UNIMPLEMENTED.withDescription("stack transforms are not run offline").asRuntimeException());
    }

    @Override
    public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> out) {
        answer(out, Empty::getDefaultInstance);
    }

    private <T> void answer(StreamObserver<T> out, Supplier<T> reply) {
        T message;
        try {
            message = reply.get();
        } catch (RuntimeException e) {
            fail(out, e);
            return;
        }
        out.onNext(message);
        out.onCompleted();
    }

    private void fail(StreamObserver<?> out, RuntimeException e) {
        if (e instanceof RefusedException refused) {
            deployment.refused(refused);
            out.onError(Status.INVALID_ARGUMENT.withDescription(refused.getMessage()).asRuntimeException());
        } else {
            out.onError(Status.INTERNAL.withDescription("offline engine: " + e).asRuntimeException());
        }
    }
}
