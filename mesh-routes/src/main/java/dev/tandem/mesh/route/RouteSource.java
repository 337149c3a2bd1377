package dev.tandem.mesh.route;

import java.util.Optional;

/** Where live documents come from: a DynamoDB table, a folder, a test. Implementations are safe for use by several threads. */
public interface RouteSource {

    /**
     * The live document of a service.
     *
     * @param service service name
     * @return empty when the service has none
     * @throws RouteSourceException when the source can't be reached, refuses, or holds something that is no document
     */
    Optional<LiveRoute> live(String service);

    /**
     * The stamp of the live document only, the cheap question of every poll.
     *
     * @param service service name
     * @return empty when the service has none
     * @throws RouteSourceException as {@link #live(String)}
     */
    default Optional<String> liveStamp(String service) {
        return live(service).map(LiveRoute::stamp);
    }
}
