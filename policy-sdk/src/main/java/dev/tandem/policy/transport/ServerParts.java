package dev.tandem.policy.transport;

import io.grpc.ServerMethodDefinition;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What connections share.
 *
 * @param methods by full name
 * @param threads read connections and do the work of calls
 * @param watch replaces readers that are late
 * @param ended is told of each connection that has ended
 * @param maxMessageBytes of a request
 */
record ServerParts(
        Map<String, ServerMethodDefinition<?, ?>> methods,
        Executor threads,
        TurnWatch watch,
        Consumer<Connection> ended,
        int maxMessageBytes) {}
