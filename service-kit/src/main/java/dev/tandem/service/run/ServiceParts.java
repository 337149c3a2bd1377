package dev.tandem.service.run;

import dev.tandem.service.http.Routes;
import dev.tandem.service.queue.MessageHandler;
import java.util.Optional;

/**
 * A service, made.
 *
 * @param messages for its queue; empty when it reads none
 */
public record ServiceParts(Routes routes, Optional<MessageHandler> messages) {}
