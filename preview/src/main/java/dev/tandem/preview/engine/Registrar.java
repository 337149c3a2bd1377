package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.preview.engine.RefusedException.Kind;
import dev.tandem.preview.project.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** Turns requests into {@link Registration}s the way the engine's resource monitor does. Thread-safe. */
final class Registrar {

    private final Deployment deployment;
    private final Inspector inspector;
    private final Providers providers;
    private final Map<String, RegisterPackageRequest> packages = new HashMap<>();
    private final Map<String, Map<String, List<String>>> expanded = new ConcurrentHashMap<>();

    Registrar(Deployment deployment, Stack stack, Inspector inspector) {
        this.deployment = deployment;
        this.inspector = inspector;
        this.providers = new Providers(deployment, stack, r -> inspector.inspect(r, deployment));
    }

    /** Registers and has the resource inspected; the stage holds it with its final inputs. */
    CompletionStage<Registration> register(RegisterResourceRequest request) {
        if (AwsxVpc.knows(request)) {
            return expand(request);
        }
        Registration resource = add(request);
        if (resource.remote()) {
            return CompletableFuture.completedFuture(resource);
        }
        return inspected(resource);
    }

    private CompletionStage<Registration> inspected(Registration resource) {
        return inspector.inspect(resource, deployment).thenApply(inputs -> {
            if (!inputs.equals(resource.inputs())) {
                deployment.replaceInputs(resource.urn(), inputs);
            }
            return resource.withInputs(inputs);
        });
    }

    /** Registers the component with what is inside; the stage holds it once all of that was inspected. */
    private CompletionStage<Registration> expand(RegisterResourceRequest request) {
        Registration component = component(request);
        List<CompletableFuture<?>> inside = new ArrayList<>(List.of(inspected(component).toCompletableFuture()));
        expanded.put(component.urn(), AwsxVpc.expand(request, component.urn(), child -> {
            Registration made = add(child);
            inside.add(inspected(made).toCompletableFuture());
            return made.urn();
        }));
        return CompletableFuture.allOf(inside.toArray(CompletableFuture[]::new)).thenApply(done -> component);
    }

    /** As the provider registers it: a component without inputs, and so without a provider of its own; that one is in the plan. */
    private synchronized Registration component(RegisterResourceRequest request) {
        provider(request, deployment.parent(request.getParent()));
        return add(request.toBuilder().setRemote(false).clearObject().clearPropertyDependencies().build());
    }

    /** Outputs of a remote component that was expanded here, all unknown, with the URNs that each comes from. */
    Map<String, List<String>> outputsOf(String urn) {
        return expanded.getOrDefault(urn, Map.of());
    }

    private synchronized Registration add(RegisterResourceRequest request) {
        String type = request.getType();
        boolean managed = request.getCustom() || request.getRemote();
        if (managed && type.split(":", -1).length != 3) {
            throw new RefusedException(Kind.PROGRAM, "resource '" + request.getName() + "': type '" + type
                    + "', expected package:module:Type");
        }
        Registration parent = deployment.parent(request.getParent());
        Map<String, Value> inputs = new LinkedHashMap<>(StructDecoder.decode(request.getObject()));
        boolean isProvider = Registration.isProviderType(type);
        if (isProvider) {
            Providers.withVersion(inputs, version(request.getPackageRef(), request.getVersion()));
        }
        String provider = managed && !isProvider ? provider(request, parent) : "";
        Registration resource = new Registration(
                deployment.urn(request.getParent(), type, request.getName()), type, request.getName(),
                request.getCustom(), request.getRemote(), request.getParent(), provider, inputs, Map.of(),
                Options.of(request, parent == null ? null : parent.options()), request.getDependenciesList(),
                propertyDependencies(request, inputs));
        deployment.add(resource);
        if (request.getSourcePosition().getLine() > 0) {
            var position = request.getSourcePosition();
            deployment.declared(resource.urn(), new DeclaredAt(position.getUri(), position.getLine()));
        }
        if (!request.getCustom()) {
            providers.ofComponent(resource.urn(), request.getParent(), request.getProvidersMap());
        }
        return resource;
    }

    private String provider(RegisterResourceRequest request, Registration parent) {
        String packageName = Registration.packageOf(request.getType());
        String reference = request.getProvider();
        if (reference.isEmpty() && request.getCustom() && parent != null && !parent.provider().isEmpty()
                && deployment.find(parent.provider()).map(p -> p.type().endsWith(":" + packageName)).orElse(false)) {
            return parent.provider();
        }
        reference = providers.reference(reference, request.getProvidersMap(), request.getParent(), packageName);
        return providers.urn(reference, packageOf(request.getPackageRef(), packageName),
                version(request.getPackageRef(), request.getVersion()));
    }

    /** The provider of an invoke, call or read; registers the default one if it is the first to need it. */
    synchronized String provider(String token, String reference, String packageRef, String version) {
        return providers.urn(reference, packageOf(packageRef, Registration.packageOf(token)), version(packageRef, version));
    }

    /** A resource that exists already: it takes part in URNs, but is neither planned nor inspected. */
    synchronized String read(ReadResourceRequest request) {
        deployment.parent(request.getParent());
        if (!Registration.isProviderType(request.getType())) {
            provider(request.getType(), request.getProvider(), request.getPackageRef(), request.getVersion());
        }
        String urn = deployment.urn(request.getParent(), request.getType(), request.getName());
        deployment.addRead(urn);
        return urn;
    }

    synchronized String addPackage(RegisterPackageRequest request) {
        String ref = request.getName() + "@" + request.getVersion() + "#" + packages.size();
        packages.put(ref, request);
        return ref;
    }

    private String version(String packageRef, String version) {
        RegisterPackageRequest known = packages.get(packageRef);
        if (known == null) {
            return version;
        }
        return known.hasParameterization() ? known.getParameterization().getVersion() : known.getVersion();
    }

    private String packageOf(String packageRef, String fallback) {
        RegisterPackageRequest known = packages.get(packageRef);
        if (known == null) {
            return fallback;
        }
        return known.hasParameterization() ? known.getParameterization().getName() : known.getName();
    }

    /** A request without any means that every property depends on all dependencies. */
    private static Map<String, List<String>> propertyDependencies(
            RegisterResourceRequest request, Map<String, Value> inputs) {
        Map<String, List<String>> out = new HashMap<>();
        if (request.getPropertyDependenciesCount() == 0 && !request.getRemote()) {
            inputs.keySet().forEach(k -> out.put(k, request.getDependenciesList()));
        } else {
            request.getPropertyDependenciesMap().forEach((k, v) -> out.put(k, v.getUrnsList()));
        }
        out.values().removeIf(List::isEmpty);
        return out;
    }
}
