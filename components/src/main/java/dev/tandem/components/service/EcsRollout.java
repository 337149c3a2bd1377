package dev.tandem.components.service;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A new version that ECS itself brings to users, in place of the mesh: it starts beside the old one and takes requests of the
 * load balancer over, and alarms bring the old one back. Immutable. docs/rollout.md compares.
 *
 * <p>Limits are those of {@code AWS::ECS::Service} (CloudFormation reference, DeploymentConfiguration), since aws-native goes
 * through its handler.
 *
 * @param strategy    how requests move
 * @param percent     share that moves first (canary, 0.1 to 100) or each time (linear, 3 to 100), in steps of 0.1
 * @param stepMinutes minutes after each move but the last, 0 to 1440; no meaning for blue/green
 * @param bakeMinutes minutes for which both versions run after the last move, 0 to 1440
 * @param hooks       functions that ECS asks during a deployment, by name
 */
public record EcsRollout(Strategy strategy, double percent, int stepMinutes, int bakeMinutes, Map<String, Hook> hooks) {

    /** How requests move. */
    public enum Strategy {
        /** All at once, after the new version runs. */
        BLUE_GREEN("blue-green", 100, 0),
        /** A small share first, then the rest. */
        CANARY("canary", 5, 10),
        /** Equal shares. */
        LINEAR("linear", 10, 6);

        private final String text;
        private final double percent;
        private final int stepMinutes;

        Strategy(String text, double percent, int stepMinutes) {
            this.text = text;
            this.percent = percent;
            this.stepMinutes = stepMinutes;
        }

        /** The word that configuration uses. */
        public String text() {
            return text;
        }

        /** AWS's own default share, percent. */
        public double percent() {
            return percent;
        }

        /** AWS's own default time between moves, minutes. */
        public int stepMinutes() {
            return stepMinutes;
        }

        /** The words there are. */
        public static List<String> texts() {
            return Arrays.stream(values()).map(Strategy::text).toList();
        }

        /**
         * The strategy of a word.
         *
         * @throws IllegalArgumentException when there is none of that name; the message lists those there are
         */
        public static Strategy of(String text) {
            return Arrays.stream(values()).filter(strategy -> strategy.text.equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "found the rollout strategy \"" + text + "\", expected one of " + texts()));
        }
    }

    /**
     * A function that ECS asks; it answers SUCCEEDED, FAILED or IN_PROGRESS.
     *
     * @param functionArn the function
     * @param stages      when, words of {@link #STAGES}
     */
    public record Hook(String functionArn, Set<String> stages) {

        /** @throws IllegalArgumentException when the function is none or a stage is unknown */
        public Hook {
            stages = Collections.unmodifiableSet(new TreeSet<>(stages));
            if (functionArn == null || !functionArn.matches("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:[\\w:-]+")) {
                throw new IllegalArgumentException("rollout hook with the function \"" + functionArn + "\": expected a"
                        + " function's ARN, such as \"arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check\"");
            }
            if (stages.isEmpty() || !STAGES.containsAll(stages)) {
                throw new IllegalArgumentException("rollout hook " + functionArn + " with the stages " + stages
                        + ": expected one or more of " + STAGES);
            }
        }
    }

    /** When a hook may be asked, in the order of a deployment. Source: Amazon ECS developer guide, "Lifecycle hooks". */
    public static final List<String> STAGES = List.of("pre-scale-up", "post-scale-up", "test-traffic-shift",
            "post-test-traffic-shift", "pre-production-traffic-shift", "production-traffic-shift", "post-production-traffic-shift");

    /** Minutes that AWS gives each time to wait. */
    public static final int MOST_MINUTES = 1440;

    /** Longer deployments are refused by CloudFormation's handler, which gives up after 36 hours. */
    public static final int MOST_MINUTES_IN_ALL = 33 * 60;

    /** AWS's own default after the last move, minutes. */
    public static final int BAKE_MINUTES = 15;

    /** @throws IllegalArgumentException when a value is out of its range, with range and value */
    public EcsRollout {
        hooks = Collections.unmodifiableMap(new TreeMap<>(hooks));
        double least = strategy == Strategy.LINEAR ? 3 : 0.1;
        if (strategy != Strategy.BLUE_GREEN && (!(percent >= least && percent <= 100)
                || BigDecimal.valueOf(percent).movePointRight(1).stripTrailingZeros().scale() > 0)) {
            throw new IllegalArgumentException(strategy.text() + " rollout of " + percent + " percent: expected " + least
                    + " to 100 in steps of 0.1");
        }
        for (int minutes : new int[] {stepMinutes, bakeMinutes}) {
            if (minutes < 0 || minutes > MOST_MINUTES) {
                throw new IllegalArgumentException(strategy.text() + " rollout that waits " + minutes
                        + " minutes: expected 0 to " + MOST_MINUTES);
            }
        }
        int all = minutes(strategy, percent, stepMinutes, bakeMinutes);
        if (all > MOST_MINUTES_IN_ALL) {
            throw new IllegalArgumentException(strategy.text() + " rollout of " + all + " minutes (" + waits(strategy, percent)
                    + " times " + stepMinutes + ", then " + bakeMinutes + "): expected at most " + MOST_MINUTES_IN_ALL
                    + ", after which AWS refuses it");
        }
    }

    /** Moves with a wait after them; the last one is followed by the bake time. */
    private static int waits(Strategy strategy, double percent) {
        return switch (strategy) {
            case BLUE_GREEN -> 0;
            case CANARY -> 1;
            case LINEAR -> (int) Math.ceil(100 / percent) - 1;
        };
    }

    /** A strategy with AWS's own defaults. */
    public static EcsRollout of(Strategy strategy) {
        return new EcsRollout(strategy, strategy.percent(), strategy.stepMinutes(), BAKE_MINUTES, Map.of());
    }

    /** Minutes from the first move to the end of the old version, without what hooks and tasks take. */
    public int minutes() {
        return minutes(strategy, percent, stepMinutes, bakeMinutes);
    }

    private static int minutes(Strategy strategy, double percent, int stepMinutes, int bakeMinutes) {
        return bakeMinutes + waits(strategy, percent) * stepMinutes;
    }
}
