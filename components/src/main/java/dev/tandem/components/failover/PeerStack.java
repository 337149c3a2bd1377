package dev.tandem.components.failover;

import com.pulumi.context.LoggingContext;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.InvokeArgs;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads the outputs of another stack, which may not exist yet.
 *
 * <p>{@code StackReference} is a resource: when its stack is missing, its registration fails, and with it the whole
 * deployment. The engine's own function {@value #FUNCTION} reads the same outputs as a plain question, whose failure can be
 * told apart.
 */
public final class PeerStack {

    /** The engine's function behind stack references. */
    public static final String FUNCTION = "pulumi:pulumi:readStackOutputs";

    /** How the engine words a missing stack; the only failure that counts as "not there yet". */
    static final String UNKNOWN_STACK = "unknown stack \"";

    private static final long LIMIT_SECONDS = 120;

    private PeerStack() {}

    /**
     * The outputs of a stack that may not be there yet, and a message when it is not.
     *
     * @param stack    full name: {@code organization/PROJECT/STACK} with backends that know no organisations
     * @param required whether its absence is an error: set it once both regions are deployed, so that a misspelt name cannot
     *                 take the records away
     * @param log      where the message goes
     * @throws PeerStackException when it is required and absent, cannot be read, or outputs are missing
     */
    public static Optional<PeerOutputs> read(String stack, boolean required, LoggingContext log) {
        Optional<PeerOutputs> outputs = read(stack);
        if (outputs.isEmpty() && required) {
            throw new PeerStackException("stack " + stack + " is not deployed, but the pair requires it: deploy it first,"
                    + " correct its name, or allow its absence until both regions are there");
        }
        if (outputs.isEmpty()) {
            log.info(notYet(stack));
        }
        return outputs;
    }

    /**
     * The outputs of a stack; empty when it does not exist, or was never deployed, or was destroyed.
     *
     * @param stack full name: {@code organization/PROJECT/STACK} with backends that know no organisations
     * @throws PeerStackException when it cannot be read for another reason, or outputs are missing
     */
    public static Optional<PeerOutputs> read(String stack) {
        CompletableFuture<Map<String, Object>> asked = Deployment.getInstance()
                .invokeAsync(
                        FUNCTION,
                        TypeShape.map(String.class, Object.class),
                        new Question(stack));
        Map<String, Object> answer;
        try {
            answer = asked.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            String reason = rootMessage(failure);
            if (reason.contains(UNKNOWN_STACK + stack + "\"")) {
                return Optional.empty();
            }
            throw new PeerStackException("stack " + stack + " could not be read: " + reason, failure);
        } catch (TimeoutException late) {
            throw new PeerStackException("stack " + stack + " could not be read: no answer from the state backend within "
                    + LIMIT_SECONDS + " s", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PeerStackException("stack " + stack + " could not be read: interrupted", stopped);
        }
        return outputs(stack, answer);
    }

    /** What the reader is told while the stack is absent. */
    static String notYet(String stack) {
        return "stack " + stack + " is not deployed yet: peering and failover records are left out; deploy it, then this"
                + " stack again";
    }

    private static Optional<PeerOutputs> outputs(String stack, Map<String, Object> answer) {
        Object outputs = answer == null ? null : answer.get("outputs");
        if (!(outputs instanceof Map<?, ?> map)) {
            throw new PeerStackException("stack " + stack + " could not be read: the engine answered "
                    + (answer == null ? "nothing" : answer.keySet()) + ", expected a map named \"outputs\"");
        }
        if (map.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> named = new TreeMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return Optional.of(PeerOutputs.of(stack, named));
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** The function's one argument. */
    static final class Question extends InvokeArgs {
        @Import(name = "name", required = true)
        private final Output<String> name;

        Question(String name) {
            this.name = Output.of(name);
        }
    }
}
