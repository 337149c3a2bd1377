package dev.tandem.service.saga;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.service.http.Json;
import dev.tandem.service.outbox.OutboxEvent;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.queue.PoisonException;
import dev.tandem.service.store.ConflictException;
import dev.tandem.service.store.Condition;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A service's part in sagas. For each step of a saga the table has a record: done, refused or undone. A command is worked on in
 * one transaction of the record, the change and the answer, so it takes effect once, however often and late it comes; a step that
 * was undone before it came leaves the record "undone" and is refused then. Add all steps first; then safe for use by several
 * threads.
 */
public final class SagaParticipant {

    private static final String STATE = "state";
    private static final String DONE = "DONE";
    private static final String REFUSED = "REFUSED";
    private static final String UNDONE = "UNDONE";
    private static final int ATTEMPTS = 6;

    /** Longer than any execution of a saga. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Store store;
    private final String service;
    private final Clock clock;
    private final Supplier<Map<String, String>> headers;
    private final Map<String, Action> actions = new HashMap<>();

    /** Says by which writes a command is done, from what is in the table now. */
    @FunctionalInterface
    public interface Step {

        /** @param sagaId the saga's ID */
        StepOutcome apply(String sagaId, JsonNode input);
    }

    private record Action(String forward, boolean undoing, Step step) {}

    /**
     * A participant without steps.
     *
     * @param headers of the present trace, for the answers
     */
    public SagaParticipant(Store store, String service, Clock clock, Supplier<Map<String, String>> headers) {
        this.store = store;
        this.service = service;
        this.clock = clock;
        this.headers = headers;
    }

    /** With a step and its undoing. */
    public SagaParticipant step(String action, Step forward, String undo, Step back) {
        actions.put(action, new Action(action, false, forward));
        actions.put(undo, new Action(action, true, back));
        return this;
    }

    /** With a step that cannot be undone. */
    public SagaParticipant step(String action, Step forward) {
        actions.put(action, new Action(action, false, forward));
        return this;
    }

    /**
     * Works on a command.
     *
     * @throws PoisonException   when no step has this name
     * @throws ConflictException when others were at the same items each time; the command will come again
     */
    public void handle(Envelope command) {
        Action action = actions.get(command.type());
        if (action == null) {
            throw new PoisonException("service " + service + " has no action " + command.type() + ", expected one of "
                    + new java.util.TreeSet<>(actions.keySet()));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                store.transact(action.undoing() ? undo(command, action) : forward(command, action));
                return;
            } catch (ConflictException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** What became of a step here: {@code DONE}, {@code REFUSED} or {@code UNDONE}; empty as long as it did not come. */
    public Optional<String> state(String sagaId, String action) {
        return store.get(new Key("saga#" + sagaId, action)).map(item -> item.text(STATE));
    }

    private List<Write> forward(Envelope command, Action action) {
        Key key = new Key("saga#" + command.id(), action.forward());
        Optional<Item> record = store.get(key);
        if (record.isPresent()) {
            Item item = record.get();
            return List.of(item.text(STATE).equals(DONE)
                    ? succeeded(command)
                    : failed(command, item.find("error").orElse("StepUndone"), item.find("cause").orElse("the step was undone before it came")));
        }
        StepOutcome outcome = action.step().apply(command.id(), command.data());
        List<Write> writes = new ArrayList<>();
        Item fresh = record(key, outcome.error().isPresent() ? REFUSED : DONE);
        writes.add(Write.create(outcome.error().map(error -> fresh.with("error", error).with("cause", outcome.cause())).orElse(fresh)));
        writes.addAll(outcome.writes());
        writes.add(outcome.error().map(error -> failed(command, error, outcome.cause())).orElseGet(() -> succeeded(command)));
        return writes;
    }

    private List<Write> undo(Envelope command, Action action) {
        Key key = new Key("saga#" + command.id(), action.forward());
        Optional<String> state = store.get(key).map(item -> item.text(STATE));
        List<Write> writes = new ArrayList<>();
        if (!state.equals(Optional.of(UNDONE))) {
            writes.add(new Write.Put(record(key, UNDONE),
                    state.map(was -> Condition.equal(STATE, was)).orElseGet(Condition::absent)));
            if (state.equals(Optional.of(DONE))) {
                StepOutcome outcome = action.step().apply(command.id(), command.data());
                if (outcome.error().isPresent()) {
                    return List.of(failed(command, outcome.error().get(), outcome.cause()));
                }
                writes.addAll(outcome.writes());
            }
        }
        writes.add(succeeded(command));
        return writes;
    }

    private Item record(Key key, String state) {
        return new Item(key, Map.of()).with(STATE, state).with(Item.EXPIRES_AT, clock.instant().plus(KEPT).getEpochSecond());
    }

    private Write succeeded(Envelope command) {
        return answer("CommandSucceeded", Json.text(Map.of("taskToken", command.taskToken(), "output", "{}")));
    }

    private Write failed(Envelope command, String error, String cause) {
        return answer("CommandFailed", Json.text(Map.of("taskToken", command.taskToken(), "error", error, "cause", cause)));
    }

    private Write answer(String type, String data) {
        return OutboxEvent.of(service, type, data, headers.get()).write(clock.instant());
    }
}
