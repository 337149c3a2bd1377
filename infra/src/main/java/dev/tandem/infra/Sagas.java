package dev.tandem.infra;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.saga.SagaDocument;
import dev.tandem.components.saga.SagaMachines;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.StackConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The sagas that services of a stack start, from the documents that their tests write. */
final class Sagas {

    private Sagas() {}

    static void declare(StackConfig config, FoundationRef own, EventExchange exchange, ComponentResourceOptions options) {
        Map<String, MeshServiceArgs> services = new TreeMap<>();
        config.services().forEach(service -> services.put(service.name(), service));
        for (MeshServiceArgs service : config.services()) {
            for (String name : service.sagas()) {
                SagaDocument saga = SagaDocument.parse(text(service.name(), name));
                saga.participants().forEach(participant -> require(saga, participant, services));
                new SagaMachines("saga-" + name, own, service.name(), saga, exchange, options);
            }
        }
    }

    private static void require(SagaDocument saga, String participant, Map<String, MeshServiceArgs> services) {
        MeshServiceArgs found = services.get(participant);
        if (found == null || !found.queue() || !found.outbox()) {
            throw new IllegalArgumentException("saga " + saga.name() + " has the participant " + participant + ", "
                    + (found == null ? "which is none of tandem:services " + services.keySet()
                            : "whose queue is " + found.queue() + " and whose outbox is " + found.outbox())
                    + ": expected a service with queue: true for commands and outbox: true for its answers");
        }
    }

    private static String text(String service, String name) {
        try (InputStream in = Sagas.class.getResourceAsStream("sagas/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("tandem:services." + service + ".sagas names \"" + name
                        + "\", of which there is no document: expected infra/src/main/resources/dev/tandem/infra/sagas/" + name
                        + ".json, as SagaDocument of the service kit writes it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
