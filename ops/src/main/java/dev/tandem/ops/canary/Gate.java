package dev.tandem.ops.canary;

/** Looks at a canary while its share is watched. */
@FunctionalInterface
public interface Gate {

    /**
     * Looks once.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when it can't look: nothing is decided then
     */
    Verdict look(CanaryRun run);
}
