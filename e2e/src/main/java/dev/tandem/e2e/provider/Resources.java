package dev.tandem.e2e.provider;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The life of a resource: checked, created, read, changed, deleted. Thread-safe. */
final class Resources {

    private final SimulatedAccount account;
    private final Uniqueness uniqueness;

    Resources(SimulatedAccount account) {
        this.account = account;
        this.uniqueness = new Uniqueness(account);
    }

    /**
     * A resource that was created, or would be.
     *
     * @param id empty in a preview
     */
    record Created(String id, Struct state) {}

    /**
     * The shape of a resource's type.
     *
     * @throws IllegalArgumentException when the SDK has no such type
     */
    static ResourceShape shape(String urn) {
        String type = ResourceUrn.parse(urn).type();
        return ResourceShape.of(type).orElseThrow(() -> new IllegalArgumentException(
                "unknown resource type " + type + ": the Java SDK for aws " + SimulatedProvider.VERSION + " has none of this name"));
    }

    /** Fills in the name and adds to {@code problems} what is wrong. */
    Struct check(Place place, String urn, Struct news, Struct old, ByteString seed, List<Problem> problems) throws IOException {
        ResourceShape shape = shape(urn);
        Struct inputs = Inputs.checked(urn, news, old, seed, problems);
        uniqueness.plan(shape, place, urn, inputs, old).ifPresent(problems::add);
        return inputs;
    }

    Created create(Place place, String urn, Struct inputs, boolean preview) throws IOException {
        ResourceShape shape = shape(urn);
        if (preview) {
            return new Created("", new ComputedOutputs(shape, place, inputs).previewed());
        }
        refuseUnknown(shape, inputs);
        Struct physical = Autonames.physical(shape, inputs);
        uniqueness.take(shape, place, urn, physical);
        ComputedOutputs outputs = new ComputedOutputs(shape, place, physical);
        ComputedOutputs.Identity identity = outputs.identify();
        Struct state = outputs.created(identity);
        account.put("create", key(shape, place, identity.id()), urn, state);
        return new Created(identity.id(), state);
    }

    Optional<Struct> read(Place place, String urn, String id) throws IOException {
        return account.get(key(shape(urn), place, id));
    }

    /** Those properties of a state that a program can set. */
    static Struct inputs(String urn, Struct state) {
        Struct.Builder inputs = Struct.newBuilder();
        shape(urn).arguments().keySet().stream().filter(state::containsFields)
                .forEach(name -> inputs.putFields(name, state.getFieldsOrThrow(name)));
        return inputs.build();
    }

    Struct update(Place place, String urn, String id, Struct oldInputs, Struct old, Struct news, boolean preview) throws IOException {
        ResourceShape shape = shape(urn);
        Struct state = new ComputedOutputs(shape, place, news).updated(old, preview);
        if (!preview) {
            refuseUnknown(shape, news);
            if (account.get(key(shape, place, id)).isEmpty()) {
                throw new IllegalArgumentException("there is no " + shape.token() + " " + id + " in " + place.region() + " to update");
            }
            uniqueness.move(shape, place, urn, oldInputs, news);
            account.put("update", key(shape, place, id), urn, state);
        }
        return state;
    }

    void delete(Place place, String urn, String id, Struct inputs, Struct state) throws IOException {
        ResourceShape shape = shape(urn);
        account.remove(key(shape, place, id), urn);
        uniqueness.release(shape, place, named(shape, inputs, state));
    }

    /** The inputs that the resource was made with, with the name that was made of a prefix. */
    private static Struct named(ResourceShape shape, Struct inputs, Struct state) {
        Struct.Builder named = inputs.toBuilder();
        shape.arguments().keySet().stream().filter(name -> inputs.containsFields(name + "Prefix") && state.containsFields(name))
                .forEach(name -> named.putFields(name, state.getFieldsOrThrow(name)));
        return named.build();
    }

    private static SimulatedAccount.Key key(ResourceShape shape, Place place, String id) {
        return new SimulatedAccount.Key(shape.token(), Uniqueness.scope(TypeFacts.of(shape), place), id);
    }

    private static void refuseUnknown(ResourceShape shape, Struct inputs) {
        inputs.getFieldsMap().forEach((name, value) -> {
            if (Values.holdsUnknown(value)) {
                throw new IllegalArgumentException(shape.token() + ": the value of '" + name + "' is still unknown, expected a known value"
                        + " now that the resource is made");
            }
        });
    }
}
