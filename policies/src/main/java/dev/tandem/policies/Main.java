package dev.tandem.policies;

import dev.tandem.policy.pack.PackServer;

/** Serves the pack to the Pulumi CLI and to {@code ./tandem preview}. */
public final class Main {

    private Main() {}

    /** Never returns; see {@link PackServer#serve}. */
    public static void main(String[] args) {
        PackServer.serve(args, new EuCompliance());
    }
}
