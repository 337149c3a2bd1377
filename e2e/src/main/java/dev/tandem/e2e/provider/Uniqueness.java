package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses a second resource of the same name: in one plan already in its preview, and against what the account has.
 * Thread-safe.
 */
final class Uniqueness {

    private final SimulatedAccount account;
    private final Map<String, String> planned = new ConcurrentHashMap<>();

    Uniqueness(SimulatedAccount account) {
        this.account = account;
    }

    /**
     * Plans a resource.
     *
     * @param old the inputs of the last update, empty at the first
     * @return why it is refused
     */
    Optional<Problem> plan(ResourceShape shape, Place place, String urn, Struct inputs, Struct old) throws IOException {
        TypeFacts facts = TypeFacts.of(shape);
        String name = facts.uniqueName(inputs);
        if (name == null) {
            return Optional.empty();
        }
        String other = planned.putIfAbsent(shape.token() + "\n" + name, urn);
        if (other == null && !name.equals(facts.uniqueName(old))) {
            other = account.owner(shape.token(), scope(facts, place), name).orElse(urn);
        }
        return other == null || other.equals(urn) ? Optional.empty() : Optional.of(taken(shape, facts, place, name, other));
    }

    /**
     * Takes the name of a resource that is created now.
     *
     * @throws IllegalArgumentException when another resource has it
     */
    void take(ResourceShape shape, Place place, String urn, Struct inputs) throws IOException {
        TypeFacts facts = TypeFacts.of(shape);
        String name = facts.uniqueName(inputs);
        if (name != null) {
            Optional<String> other = account.claim(shape.token(), scope(facts, place), name, urn);
            if (other.isPresent()) {
                throw new IllegalArgumentException(taken(shape, facts, place, name, other.get()).reason());
            }
        }
    }

    /** Takes the new name and gives the old one back, when a change made another of it. */
    void move(ResourceShape shape, Place place, String urn, Struct old, Struct news) throws IOException {
        if (!Objects.equals(TypeFacts.of(shape).uniqueName(old), TypeFacts.of(shape).uniqueName(news))) {
            take(shape, place, urn, news);
            release(shape, place, old);
        }
    }

    /** Gives the name back. */
    void release(ResourceShape shape, Place place, Struct inputs) throws IOException {
        TypeFacts facts = TypeFacts.of(shape);
        String name = facts.uniqueName(inputs);
        if (name != null) {
            account.release(shape.token(), scope(facts, place), name);
        }
    }

    static String scope(TypeFacts facts, Place place) {
        return facts.isGlobal() ? "global" : place.region();
    }

    private static Problem taken(ResourceShape shape, TypeFacts facts, Place place, String name, String other) {
        String what = name.isEmpty() ? "there can be only one " + shape.token() : shape.token() + " with " + name + " already exists";
        String where = facts.isGlobal() ? "the account" : place.region();
        String path = facts.unique().size() > 1 ? facts.unique().get(facts.unique().size() - 1) : "";
        return new Problem(path, what + " in " + where + ": it is " + other + "; expected a name of its own");
    }
}
