package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource as the program registered it, with what the engine adds: URN, provider, inherited options. Immutable.
 *
 * @param custom whether a provider manages it; false for components and the stack
 * @param remote whether a component that only its own provider could expand
 * @param parent the parent's URN; empty for the stack and for default providers
 * @param provider the URN of its provider resource; empty for components, providers and the stack
 * @param inputs secrets and unknowns kept
 * @param outputs what the program registered as outputs of a component or of the stack, empty before; of other resources
 *     what a provider answered, empty in a preview
 * @param dependencies URNs
 * @param propertyDependencies property name to URNs
 */
public record Registration(
        String urn,
        String type,
        String name,
        boolean custom,
        boolean remote,
        String parent,
        String provider,
        Map<String, Value> inputs,
        Map<String, Value> outputs,
        Options options,
        List<String> dependencies,
        Map<String, List<String>> propertyDependencies) {

    /** The type of the resource that every stack has. */
    public static final String STACK_TYPE = "pulumi:pulumi:Stack";

    private static final String PROVIDER_PREFIX = "pulumi:providers:";

    public Registration {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        dependencies = List.copyOf(dependencies);
        propertyDependencies = Map.copyOf(propertyDependencies);
    }

    /** Whether this is a provider resource, the program's or a default one. */
    public boolean isProvider() {
        return isProviderType(type);
    }

    static boolean isProviderType(String type) {
        return type.startsWith(PROVIDER_PREFIX);
    }

    static String providerType(String packageName) {
        return PROVIDER_PREFIX + packageName;
    }

    /** The package of a type token: {@code aws} of {@code aws:s3/bucket:Bucket}. */
    static String packageOf(String type) {
        int colon = type.indexOf(':');
        return colon < 0 ? type : type.substring(0, colon);
    }

    /**
     * The outputs that the engine shows to stack rules: those that are known, or, of a resource that no provider has made
     * yet, the inputs and an unknown for each output that the provider will add.
     */
    public Map<String, Value> shownOutputs() {
        if (!custom || !outputs.isEmpty()) {
            return outputs;
        }
        Map<String, Value> out = new LinkedHashMap<>(OutputNames.previewed(type, inputs));
        options.additionalSecretOutputs().forEach(name -> out.computeIfPresent(
                name, (n, v) -> v instanceof Value.Secret ? v : new Value.Secret(v)));
        return out;
    }

    /** The same resource with other inputs. */
    public Registration withInputs(Map<String, Value> newInputs) {
        return new Registration(urn, type, name, custom, remote, parent, provider, newInputs, outputs, options,
                dependencies, propertyDependencies);
    }

    Registration withOutputs(Map<String, Value> newOutputs) {
        return new Registration(urn, type, name, custom, remote, parent, provider, inputs, newOutputs, options,
                dependencies, propertyDependencies);
    }
}
