package dev.tandem.ops.canary;

import java.time.Instant;

/**
 * Where a service's canary is. Written before and after every change, so that whoever comes after a crash can go on.
 *
 * @param service  service name
 * @param version  version that is tried out
 * @param against  version that has the rest
 * @param phase    what is being done
 * @param settings what it goes through
 * @param step     index of its share in the settings' steps; their number when it is being promoted
 * @param base     number of the document that was live before the canary
 * @param since    since when its share is watched, epoch milliseconds; 0 before
 * @param image    container image of its tasks; empty when unknown
 * @param author   who began it
 * @param reason   why it was taken back; empty when it was not
 * @param revision counts the writes of this state
 */
public record CanaryRun(
        String service, String version, String against, Phase phase, CanarySettings settings, int step, long base, long since,
        String image, String author, String reason, long revision) {

    private static final int ALL = 100;

    /** What is being done. */
    public enum Phase {
        /** Its share is being set. */
        MOVING,
        /** Its share is set and watched. */
        SOAKING,
        /** Its share was watched and is green. */
        GREEN,
        /** Its share is being taken away. */
        UNDOING,
        /** It has no share any more. */
        UNDONE,
        /** It has everything. */
        PROMOTED
    }

    /** Its share, percent. */
    public int share() {
        return step < settings.steps().size() ? settings.steps().get(step) : ALL;
    }

    /** Whether nothing more will be done. */
    public boolean ended() {
        return phase == Phase.PROMOTED || phase == Phase.UNDONE;
    }

    /** Whether its share is the last before it is promoted. */
    public boolean last() {
        return step == settings.steps().size() - 1;
    }

    /** A run that did not begin yet. */
    public static CanaryRun fresh(
            String service, String version, String against, CanarySettings settings, long base, String image, String author) {
        return new CanaryRun(service, version, against, Phase.MOVING, settings, 0, base, 0, image, author, "", 1);
    }

    /** The same, its state written over that of an earlier run. */
    CanaryRun after(CanaryRun earlier) {
        return with(phase, step, since, reason, earlier.revision + 1);
    }

    CanaryRun to(Phase next) {
        return with(next, step, since, reason, revision + 1);
    }

    CanaryRun soaking(Instant from) {
        return with(Phase.SOAKING, step, from.toEpochMilli(), reason, revision + 1);
    }

    CanaryRun next() {
        return with(Phase.MOVING, step + 1, 0, reason, revision + 1);
    }

    CanaryRun undoing(String why) {
        return with(Phase.UNDOING, step, since, why, revision + 1);
    }

    private CanaryRun with(Phase nextPhase, int nextStep, long nextSince, String nextReason, long nextRevision) {
        return new CanaryRun(service, version, against, nextPhase, settings, nextStep, base, nextSince, image, author, nextReason,
                nextRevision);
    }

    /** One line for people. */
    public String text() {
        String what = switch (phase) {
            case MOVING -> "its share is being set to " + share() + " %";
            case SOAKING -> share() + " %, watched since " + Instant.ofEpochMilli(since);
            case GREEN -> share() + " %, green";
            case UNDOING -> "being taken back: " + reason;
            case UNDONE -> "taken back: " + reason;
            case PROMOTED -> "promoted, it has everything";
        };
        return "canary " + version + " of " + service + ": " + what + " (begun by " + author + ")";
    }
}
