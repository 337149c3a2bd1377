package dev.tandem.ops.canary;

import java.util.Optional;

/** A version goes through a canary in staging first: in a staging environment, or in a trial beside production. Pure. */
public final class StagingRule {

    /** Ends the name of a service's trial. */
    public static final String TRIAL = "-stg";

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
        return run.isEmpty() ? Optional.of(service + " had no canary in " + staging + ", expected one that was promoted: " + first)
                : refusal(staging, service, run.get(), image, first);
    }

    /**
     * The same where trials run beside production, as {@code SERVICE-stg}.
     *
     * @param trial the last canary of the service's trial; what a trial published outlives it
     */
    public static Optional<String> refusal(String service, CanaryRun trial, String image) {
        return refusal("its trial", service, trial, image, "try the image out first: pipeline/steps/trial; or say --skip-staging");
    }

    private static Optional<String> refusal(String where, String service, CanaryRun run, String image, String first) {
        if (run.phase() != CanaryRun.Phase.PROMOTED) {
            return Optional.of("the " + run.text() + " in " + where + ", expected it to be promoted: " + first);
        }
        if (!image.isEmpty() && !run.image().isEmpty() && !digest(image).equals(digest(run.image()))) {
            return Optional.of(service + ": " + where + " promoted the image " + run.image() + ", this canary runs " + image
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
