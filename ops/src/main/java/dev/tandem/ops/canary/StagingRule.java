package dev.tandem.ops.canary;

import java.util.Optional;

/** A version goes through a canary in staging first, where there is a staging environment. Pure. */
public final class StagingRule {

    private StagingRule() {}

    /**
     * Why a canary may not begin; empty when it may.
     *
     * @param staging name of the staging environment
     * @param run     the last canary of the service there; empty for none
     * @param image   container image that is to be tried out; empty when unknown
     */
    public static Optional<String> refusal(String staging, String service, Optional<CanaryRun> run, String image) {
        String first = "go through it there first: ./tandem canary run " + service + " --environment " + staging
                + " --yes; or say --skip-staging";
        if (run.isEmpty()) {
            return Optional.of(service + " had no canary in " + staging + ", expected one that was promoted: " + first);
        }
        if (run.get().phase() != CanaryRun.Phase.PROMOTED) {
            return Optional.of("the " + run.get().text() + " in " + staging + ", expected it to be promoted: " + first);
        }
        if (!image.isEmpty() && !run.get().image().isEmpty() && !digest(image).equals(digest(run.get().image()))) {
            return Optional.of(service + ": " + staging + " promoted the image " + run.get().image() + ", this canary runs " + image
                    + ", expected the same: " + first);
        }
        return Optional.empty();
    }

    /** The registry may differ from one account to the next, the digest does not. */
    private static String digest(String image) {
        int at = image.indexOf('@');
        return at >= 0 ? image.substring(at + 1) : image.substring(image.lastIndexOf('/') + 1);
    }
}
