package dev.tandem.e2e.envoy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two Envoys one after the other with the least configuration and no TLS: what the mesh is compared with. */
public final class PlainEnvoys implements AutoCloseable {

    private static final String NEAR = "127.0.90.8";
    private static final String FAR = "127.0.90.9";
    private static final int PORT = 10_000;

    private final EnvoyProcess near;
    private final EnvoyProcess far;

    /** In front of an application. */
    public PlainEnvoys(Path directory, String host, int port) {
        try {
            Files.createDirectories(directory);
            Path farFile = Files.writeString(directory.resolve("far.yaml"), bootstrap(FAR, host, port, "http_protocol_options"));
            Path nearFile = Files.writeString(directory.resolve("near.yaml"), bootstrap(NEAR, FAR, PORT, "http2_protocol_options"));
            far = EnvoyProcess.start(farFile, FAR, 9901, directory.resolve("far.log"));
            near = EnvoyProcess.start(nearFile, NEAR, 9901, directory.resolve("near.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application through both. */
    public RawClient.Target target() {
        return RawClient.Target.of(URI.create("http://" + NEAR + ":" + PORT), "persona");
    }

    /** Both processes. */
    public List<ProcessHandle> processes() {
        return List.of(near.handle(), far.handle());
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }

    private static String bootstrap(String own, String host, int port, String protocol) {
        return """
                admin: {address: {socket_address: {address: %1$s, port_value: 9901}}}
                static_resources:
                  listeners:
                  - name: in
                    address: {socket_address: {address: %1$s, port_value: 10000}}
                    filter_chains:
                    - filters:
                      - name: envoy.filters.network.http_connection_manager
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                          stat_prefix: in
                          http_filters:
                          - name: envoy.filters.http.router
                            typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router}
                          route_config:
                            virtual_hosts:
                            - {name: all, domains: ["*"], routes: [{match: {prefix: /}, route: {cluster: out}}]}
                  clusters:
                  - name: out
                    type: STATIC
                    load_assignment:
                      cluster_name: out
                      endpoints:
                      - lb_endpoints: [{endpoint: {address: {socket_address: {address: %2$s, port_value: %3$d}}}}]
                    typed_extension_protocol_options:
                      envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                        "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                        explicit_http_config: {%4$s: {}}
                """.formatted(own, host, port, protocol);
    }
}
