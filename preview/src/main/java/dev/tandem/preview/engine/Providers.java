package dev.tandem.preview.engine;

import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.engine.RefusedException.Kind;
import dev.tandem.preview.project.ConfigValue;
import dev.tandem.preview.project.Stack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives every custom resource its provider as the engine does: the explicit one, else the one that its ancestors were
 * given for the package, else a default provider, made once per package and version from the stack's configuration of
 * that namespace. Callers hold the lock of {@link Registrar}.
 */
final class Providers {

    private final Deployment deployment;
    private final Stack stack;
    private final Consumer<Registration> onNew;
    private final Map<String, String> defaults = new HashMap<>();
    private final Map<String, Map<String, String>> ofComponents = new HashMap<>();

    Providers(Deployment deployment, Stack stack, Consumer<Registration> onNew) {
        this.deployment = deployment;
        this.stack = stack;
        this.onNew = onNew;
    }

    /** The reference for a resource: explicit, by package, from the ancestors; empty when the default one is due. */
    String reference(String explicit, Map<String, String> byPackage, String parent, String packageName) {
        if (!explicit.isEmpty()) {
            return explicit;
        } else if (byPackage.containsKey(packageName)) {
            return byPackage.get(packageName);
        }
        return ofComponents.getOrDefault(parent, Map.of()).getOrDefault(packageName, "");
    }

    /** Remembers what a component passes on; its own parent's map fills the gaps. */
    void ofComponent(String urn, String parent, Map<String, String> byPackage) {
        Map<String, String> merged = new HashMap<>(ofComponents.getOrDefault(parent, Map.of()));
        merged.putAll(byPackage);
        ofComponents.put(urn, merged);
    }

    /** The URN of the provider that a reference names, or of the default provider when the reference is empty. */
    String urn(String reference, String packageName, String version) {
        return reference.isEmpty() ? defaultProvider(packageName, version) : explicit(reference);
    }

    private String explicit(String reference) {
        int id = reference.lastIndexOf("::");
        String urn = id < 0 ? reference : reference.substring(0, id);
        if (deployment.find(urn).filter(Registration::isProvider).isEmpty()) {
            throw new RefusedException(Kind.PROGRAM, "unknown provider '" + reference
                    + "': expected <URN of a registered provider>::<id>");
        }
        return urn;
    }

    private String defaultProvider(String packageName, String version) {
        String known = defaults.get(packageName + "-" + version);
        if (known != null) {
            return known;
        }
        refuseIfDisabled(packageName);
        String type = Registration.providerType(packageName);
        String name = defaultName(version);
        Map<String, Value> inputs = new LinkedHashMap<>();
        stack.config().forEach((key, value) -> {
            if (key.startsWith(packageName + ":")) {
                inputs.put(key.substring(packageName.length() + 1), value(value));
            }
        });
        withVersion(inputs, version);
        Registration provider = new Registration(deployment.urn("", type, name), type, name, true, false, "", "",
                inputs, Map.of(), Options.NONE, List.of(), Map.of());
        deployment.add(provider);
        defaults.put(packageName + "-" + version, provider.urn());
        onNew.accept(provider);
        return provider.urn();
    }

    private void refuseIfDisabled(String packageName) {
        String disabled = stack.plain("pulumi:disable-default-providers").orElse("");
        if (!packageName.equals("pulumi") && (disabled.contains("\"*\"") || disabled.contains("\"" + packageName + "\""))) {
            throw new RefusedException(Kind.PROGRAM, "default provider for '" + packageName + "' is disabled by the"
                    + " stack's pulumi:disable-default-providers: expected an explicit provider");
        }
    }

    /** The engine marks the version with an internal key beside it, so that a provider's own key is told apart. */
    static void withVersion(Map<String, Value> inputs, String version) {
        if (!version.isEmpty()) {
            inputs.put("__internal", new Value.Fields(Map.of()));
            inputs.put("version", new Value.Text(version));
        }
    }

    /** {@code default_6_83_0} for version 6.83.0. */
    static String defaultName(String version) {
        return version.isEmpty() ? "default" : "default_" + version.replaceAll("[.+-]", "_");
    }

    private static Value value(ConfigValue value) {
        Value text = Unknowns.isUnknown(value.text()) ? new Value.Unknown() : new Value.Text(value.text());
        return value.secret() ? new Value.Secret(text) : text;
    }
}
