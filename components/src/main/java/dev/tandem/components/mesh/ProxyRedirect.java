package dev.tandem.components.mesh;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A task definition's proxy configuration: ECS redirects the task's connections to the proxy.
 *
 * @param type       {@code APPMESH}, all that ECS knows
 * @param container  name of the proxy's container
 * @param properties as ECS names them (API reference, ProxyConfiguration)
 */
public record ProxyRedirect(String type, String container, Map<String, String> properties) {

    /** Sorts. */
    public ProxyRedirect {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
}
