package dev.tandem.dev.saga;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.auth.SignUpSaga;
import dev.tandem.auth.SignUps;
import dev.tandem.persona.Profiles;
import dev.tandem.service.http.Json;
import dev.tandem.service.idempotency.IdempotentRequests.Effect;
import dev.tandem.service.outbox.EventEnvelope;
import dev.tandem.service.outbox.OutboxEvent;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.queue.MessageHandler;
import dev.tandem.service.store.BusyException;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.MemoryStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Both services' own code, the generated state machine, and between them a network that loses nothing for ever but does everything
 * else: messages come twice, late and in any order, processes die before and after a transaction, tables throttle, answers are
 * waited for in vain.
 */
final class SignUpWorld {

    /** A process that dies: whatever it was at is not done by it. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    final MemoryStore authTable = new MemoryStore();
    final MemoryStore personaTable = new MemoryStore();
    final Map<String, Interpreter> executions = new LinkedHashMap<>();
    final List<String> accepted = new ArrayList<>();
    int kills;
    private final SignUps auth = new SignUps(authTable, Clock.systemUTC(), Map::of);
    private final Profiles persona = new Profiles(personaTable, Clock.systemUTC(), Map::of);
    private final String definition = SignUpSaga.definition(queue -> queue, SignUpSaga.STEP_SECONDS);
    private final List<Message> wire = new ArrayList<>();
    private final Random random;
    private final double trouble;

    private record Message(String to, String body) {}

    /** @param trouble how often something goes wrong, 0 to 1 */
    SignUpWorld(long seed, double trouble) {
        this.random = new Random(seed);
        this.trouble = trouble;
        authTable.onTransact(moment -> trip(moment));
        personaTable.onTransact(moment -> trip(moment));
    }

    private void trip(MemoryStore.Moment moment) {
        if (random.nextDouble() < trouble / 3) {
            kills++;
            if (random.nextBoolean()) {
                throw new Killed();
            }
            throw new BusyException(moment + ": throttled", null);
        }
    }

    void signUp(String email, String name) {
        Effect effect = auth.request(email, name, "hash");
        try {
            authTable.transact(effect.writes());
        } catch (Killed | BusyException e) {
            // The caller does not know; it counts when it is there.
        }
        for (Item item : drain(authTable)) {
            if (item.find("type").equals(java.util.Optional.of("SignUpRequested"))) {
                accepted.add(parse(item.text("data")).path("signUpId").asText());
            }
        }
    }

    /** One thing happens. @return whether anything could */
    boolean step(boolean calm) {
        List<String> waiting = executions.entrySet().stream().filter(each -> !each.getValue().over()).map(Map.Entry::getKey).toList();
        if (wire.isEmpty() && waiting.isEmpty()) {
            return false;
        }
        if (wire.isEmpty() || !calm && !waiting.isEmpty() && random.nextDouble() < trouble / 3) {
            String name = waiting.get(random.nextInt(waiting.size()));
            Interpreter execution = executions.get(name);
            if (execution.failed(execution.token(), "States.Timeout")) {
                send(execution);
            }
            return true;
        }
        Message message = wire.get(random.nextInt(wire.size()));
        boolean twice = !calm && random.nextDouble() < trouble / 2;
        if (!twice) {
            wire.remove(message);
        }
        deliver(message);
        return true;
    }

    private void deliver(Message message) {
        if (message.to().equals("relay")) {
            relay(parse(message.body()));
            return;
        }
        MessageHandler service = message.to().equals("auth") ? auth : persona;
        try {
            service.handle(Envelope.parse(message.body()));
        } catch (Killed | BusyException | dev.tandem.service.store.ConflictException e) {
            wire.add(message); // Not deleted from its queue: it comes again.
        }
        drain(authTable);
        drain(personaTable);
    }

    private List<Item> drain(MemoryStore table) {
        List<Item> created = table.drainCreated();
        created.stream().filter(item -> item.key().pk().startsWith(OutboxEvent.PREFIX)).forEach(item -> {
            Map<String, String> fields = new HashMap<>();
            item.fields().forEach((name, value) -> fields.put(name, value.toString()));
            wire.add(new Message("relay", "{\"detail-type\":\"" + item.text("type") + "\",\"detail\":" + EventEnvelope.detail(fields) + "}"));
        });
        return created;
    }

    private void relay(JsonNode event) {
        JsonNode data = event.path("detail").path("data");
        String token = data.path("taskToken").asText();
        Interpreter execution = executions.get(token.split("/")[0]);
        switch (event.path("detail-type").asText()) {
            case "SignUpRequested" -> {
                String name = data.path("signUpId").asText();
                if (!executions.containsKey(name)) {
                    executions.put(name, new Interpreter(definition, name, event.path("detail")));
                    send(executions.get(name));
                }
            }
            case "CommandSucceeded" -> {
                if (execution.succeeded(token)) {
                    send(execution);
                }
            }
            case "CommandFailed" -> {
                if (execution.failed(token, data.path("error").asText())) {
                    send(execution);
                }
            }
            default -> { }
        }
    }

    private void send(Interpreter execution) {
        if (!execution.over()) {
            wire.add(new Message(execution.queue(), execution.command()));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
