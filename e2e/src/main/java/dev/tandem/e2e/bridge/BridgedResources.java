package dev.tandem.e2e.bridge;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import dev.tandem.e2e.provider.Differences;
import dev.tandem.e2e.provider.Inputs;
import dev.tandem.e2e.provider.Problem;
import dev.tandem.e2e.provider.ResourceUrn;
import dev.tandem.e2e.terraform.Complaint;
import dev.tandem.e2e.terraform.Same;
import dev.tandem.e2e.terraform.TerraformProvider;
import dev.tandem.e2e.terraform.TerraformProvider.Applied;
import dev.tandem.e2e.terraform.TerraformProvider.Plan;
import dev.tandem.e2e.terraform.TerraformProvider.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The life of a resource, lived by the Terraform provider. Thread-safe. */
final class BridgedResources {

    private final TerraformProvider provider;
    private final ToTerraform translation;
    private final Waits waits;
    private final Map<String, BridgedType> types = new ConcurrentHashMap<>();

    BridgedResources(TerraformProvider provider, ToTerraform translation, Waits waits) {
        this.provider = provider;
        this.translation = translation;
        this.waits = waits;
    }

    /**
     * A resource that was made or changed.
     *
     * @param id empty when it was only planned
     * @param errors what went wrong; the resource is there in part
     */
    record Made(String id, Struct outputs, List<Complaint> errors) {}

    /** Fills in the name and adds to {@code problems} what the provider has against the inputs. */
    Struct check(String urn, Struct news, Struct old, ByteString seed, List<Problem> problems) {
        Struct inputs = Inputs.checked(urn, news, old, seed, problems);
        if (problems.isEmpty()) {
            BridgedType type = type(urn);
            provider.validate(type.type(), configuration(type, inputs)).forEach(complaint -> problems.add(new Problem(
                    complaint.path().isEmpty() ? "" : type.property(complaint.path().get(0)), complaint.text())));
        }
        return inputs;
    }

    /** What a change would do, by Pulumi's names. */
    Differences diff(String urn, Struct oldOutputs, Struct oldInputs, Struct news) {
        BridgedType type = type(urn);
        State prior = KeptState.of(oldOutputs, type);
        Plan plan = provider.plan(type.type(), prior, configuration(type, news));
        Set<String> different = Same.different(type.object(), prior.values(), plan.state().values());
        Set<String> changed = new TreeSet<>();
        Set<String> replacing = new TreeSet<>();
        different.forEach(attribute -> changed.add(type.property(attribute)));
        plan.replacing().stream().filter(path -> !path.isEmpty() && different.contains(path.get(0)))
                .forEach(path -> replacing.add(type.property(path.get(0))));
        return Differences.found(urn, changed, replacing, oldInputs, news);
    }

    Made create(String urn, Struct inputs, boolean preview) {
        return make(type(urn), State.NONE, inputs, preview);
    }

    Made update(String urn, Struct oldOutputs, Struct inputs, boolean preview) {
        BridgedType type = type(urn);
        return make(type, KeptState.of(oldOutputs, type), inputs, preview);
    }

    /**
     * Deletes.
     *
     * @throws IllegalArgumentException with the provider's words, when it could not
     */
    void delete(String urn, Struct outputs) {
        BridgedType type = type(urn);
        Applied applied = provider.apply(type.type(), KeptState.of(outputs, type), State.NONE, null);
        if (!applied.errors().isEmpty()) {
            throw new IllegalArgumentException(Complaint.text(applied.errors()));
        }
    }

    /**
     * A resource as it is now.
     *
     * @param inputs what the program last gave; null when the resource is to be adopted
     * @return empty when it is gone
     */
    Optional<Read> read(String urn, String id, Struct outputs, Struct inputs) {
        BridgedType type = type(urn);
        State known = KeptState.of(outputs, type);
        State found = known.values() == null
                ? provider.find(type.type(), id).orElse(State.NONE)
                : provider.read(type.type(), known);
        if (found.values() == null) {
            return Optional.empty();
        }
        Struct now = KeptState.keep(type.outputs(found, inputs), type, found);
        return Optional.of(new Read(now, inputs(type, known, found, now, inputs)));
    }

    /** What was read: outputs, and the inputs that would lead to them. */
    record Read(Struct outputs, Struct inputs) {}

    private static Struct inputs(BridgedType type, State known, State found, Struct now, Struct inputs) {
        Struct.Builder then = inputs.toBuilder();
        Same.different(type.object(), known.values(), found.values()).stream()
                .map(type::property)
                .filter(property -> inputs.containsFields(property) && now.containsFields(property))
                .forEach(property -> then.putFields(property, now.getFieldsOrThrow(property)));
        return then.build();
    }

    private Made make(BridgedType type, State prior, Struct inputs, boolean preview) {
        Map<String, Object> configuration = configuration(type, inputs);
        Plan plan = provider.plan(type.type(), prior, configuration);
        if (preview) {
            return new Made("", type.outputs(plan.state(), inputs), List.of());
        }
        Applied applied = provider.apply(type.type(), prior, plan.state(), configuration);
        if (applied.state().values() == null || applied.state().values().get("id") == null) {
            throw new IllegalArgumentException(type.type() + ": " + (applied.errors().isEmpty()
                    ? "the provider gave it no id" : Complaint.text(applied.errors())));
        }
        return new Made(String.valueOf(applied.state().values().get("id")),
                KeptState.keep(type.outputs(applied.state(), inputs), type, applied.state()), applied.errors());
    }

    private Map<String, Object> configuration(BridgedType type, Struct inputs) {
        return type.configuration(inputs, translation, waits);
    }

    private BridgedType type(String urn) {
        return types.computeIfAbsent(ResourceUrn.parse(urn).type(), token -> BridgedType.of(token, provider.schemas()));
    }
}
