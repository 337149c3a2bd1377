package dev.tandem.mesh.members;

import dev.tandem.mesh.route.RouteSourceException;
import java.util.Collection;
import java.util.Map;

/** Tells where the tasks of the other region are. Safe for use by several threads. */
@FunctionalInterface
public interface MemberSource {

    /**
     * Reads once.
     *
     * @param clusters version clusters, such as {@code persona-stable}
     * @return by version cluster, what the other region wrote; nothing for one that it never wrote
     * @throws RouteSourceException when not all of it could be read; the message says what and why
     */
    Map<String, RemoteTasks> read(Collection<String> clusters);
}
