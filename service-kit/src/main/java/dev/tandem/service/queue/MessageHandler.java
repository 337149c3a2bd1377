package dev.tandem.service.queue;

/** Does what a message asks for. It may come twice, late, and in any order. Safe for use by several threads. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Returns when it is done for good.
     *
     * @throws PoisonException  when it can never be done
     * @throws RuntimeException when it could not be done now: it will come again
     */
    void handle(Envelope message);
}
