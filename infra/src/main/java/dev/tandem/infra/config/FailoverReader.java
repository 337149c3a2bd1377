package dev.tandem.infra.config;

import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.Set;

/** Reads {@code tandem:failover}. */
final class FailoverReader {

    private static final Expected SHAPE = new Expected(
            "an object of host, primaryWeight, secondaryWeight and checkPath", "{host: api, checkPath: /api/auth/healthz}");

    private FailoverReader() {}

    /** @param paths what services serve; the check must lie under one of them, or nobody answers it */
    static StackConfig.Failover read(Section tandem, Set<String> paths) {
        Section failover = tandem.object("failover", SHAPE);
        if (failover == null) {
            return null;
        }
        String host = failover.text("host", Patterns.HOST,
                new Expected("one label of the public name, or nothing for the domain itself", "api"));
        Integer primary = failover.integer("primaryWeight", 1, 255, "weight of the primary's DNS record", 100, 100);
        Integer secondary = failover.integer("secondaryWeight", 0, 255, "weight of the secondary's DNS record", 0, 0);
        String checkPath = failover.text("checkPath",
                path -> path.matches(Patterns.CHECK_PATH) && (paths.isEmpty() || isServed(path, paths)),
                new Expected("a path under one of the services' " + paths, "/api/auth/healthz"));
        Boolean automatic = failover.flag("automatic", true);
        failover.rejectUnknown();
        return host == null || primary == null || secondary == null || checkPath == null || automatic == null
                ? null : new StackConfig.Failover(host, primary, secondary, checkPath, automatic);
    }

    private static boolean isServed(String path, Set<String> paths) {
        return paths.stream().anyMatch(served -> path.equals(served) || path.startsWith(served + "/"));
    }
}
