package dev.tandem.ops.rollout;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How far ECS is with one deployment of a service. Words in capitals are ECS's own (Amazon ECS API reference, "ServiceDeployment").
 *
 * @param arn      of the service deployment
 * @param strategy ROLLING, BLUE_GREEN, CANARY or LINEAR
 * @param status   such as IN_PROGRESS
 * @param stage    such as PRODUCTION_TRAFFIC_SHIFT; empty outside of stages
 * @param image    what the new version's application runs; empty when unknown
 * @param percent  share of the load balancer's requests that the new version gets, percent
 * @param running  tasks of the new version
 * @param wanted   tasks that it shall have
 * @param reasons  why it is as it is, as ECS says; empty when it says nothing
 */
public record Rollout(String arn, String strategy, String status, String stage, String image, double percent, int running, int wanted,
        List<String> reasons) {

    private static final String DONE = "SUCCESSFUL";
    private static final Set<String> ENDED = Set.of(DONE, "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");

    /** Copies the list. */
    public Rollout {
        reasons = List.copyOf(reasons);
    }

    /** Whether ECS is at its end with it, well or not. */
    public boolean ended() {
        return ENDED.contains(status);
    }

    /** Whether the new version has everything and the old one is gone. */
    public boolean succeeded() {
        return status.equals(DONE);
    }

    /** Whether it brings an image, told by its digest where it has one. */
    public boolean brings(String wantedImage) {
        return image.endsWith(wantedImage.substring(wantedImage.indexOf('@') + 1));
    }

    /** One line. */
    public String text() {
        String now = strategy.toLowerCase(Locale.ROOT).replace('_', '-') + " " + status + (stage.isEmpty() ? "" : ", " + stage);
        return now + String.format(Locale.ROOT, ": %s %% of the requests, %d of %d tasks",
                percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent), running, wanted)
                + (reasons.isEmpty() ? "" : "; " + String.join("; ", reasons));
    }
}
