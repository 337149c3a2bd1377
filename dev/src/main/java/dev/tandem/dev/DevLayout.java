package dev.tandem.dev;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is: folders, ports and addresses.
 *
 * @param root      of the clone
 * @param state     logs, files of the Envoys; made new at each start
 * @param tools     moto and Envoy, as {@code e2e/tools/install} puts them there
 * @param network   second and third part of the addresses, 127.X.Y.n, so that two may run side by side
 * @param edgePort  of the load balancer's stand-in
 * @param pagePort  of the status page
 * @param canary    service that has a second version, if one has
 * @param classPath of a module
 * @param extra     environment of every application
 */
public record DevLayout(Path root, Path state, Path tools, String network, int edgePort, int pagePort,
        Optional<String> canary, Map<String, String> classPath, Map<String, String> extra) {

    /** Modules that are started as processes besides the services. */
    public static final String MESH = "mesh";

    /** From the environment that {@code build/dev} sets. */
    public static DevLayout of(Map<String, String> environment) {
        Path root = Path.of(System.getProperty("tandem.root", ".")).toAbsolutePath().normalize();
        Map<String, String> classPath = new java.util.TreeMap<>();
        Map<String, String> extra = new java.util.TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("TANDEM_CP_")) {
                classPath.put(name.substring(10).replace('_', '-').toLowerCase(java.util.Locale.ROOT), value);
            } else if (name.startsWith("TANDEM_DEV_SET_")) {
                extra.put(name.substring(15), value);
            }
        });
        return new DevLayout(root, Path.of(environment.getOrDefault("TANDEM_DEV_STATE", root.resolve(".tandem/dev").toString())),
                tools(environment), environment.getOrDefault("TANDEM_DEV_NETWORK", "20.0"),
                Integer.parseInt(environment.getOrDefault("TANDEM_DEV_EDGE", "8080")),
                Integer.parseInt(environment.getOrDefault("TANDEM_DEV_PAGE", "7070")),
                Optional.of(environment.getOrDefault("TANDEM_DEV_CANARY", "")).filter(name -> !name.isBlank()), classPath, extra);
    }

    private static Path tools(Map<String, String> environment) {
        String own = environment.getOrDefault("TANDEM_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg)).resolve("tandem").toAbsolutePath();
    }

    /** The address of a service's only task: the n-th of the services. */
    public String address(List<ServiceDescriptor> services, ServiceDescriptor service) {
        return "127." + network + "." + (11 + services.indexOf(service));
    }

    /** The address of the canary's task: the one after theirs. */
    public String canaryAddress(List<ServiceDescriptor> services) {
        return "127." + network + "." + (11 + services.size());
    }

    /** A log. */
    public Path log(String name) {
        return state.resolve("logs").resolve(name + ".log");
    }

    /** The class path of a module. */
    public String classPathOf(String module) {
        String found = classPath.get(module);
        if (found == null) {
            throw new DevException("no class path for the module " + module + ", expected TANDEM_CP_"
                    + module.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + ". Fix: start it with ./tandem dev");
        }
        return found;
    }
}
