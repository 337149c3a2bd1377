package dev.tandem.infra.config;

import dev.tandem.components.service.EcsRollout;
import dev.tandem.components.service.EcsRollout.Hook;
import dev.tandem.components.service.EcsRollout.Strategy;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads how ECS itself brings a service's new versions. */
final class RolloutReader {

    private static final Expected ROLLOUT = new Expected("an object of strategy, percent, stepMinutes, bakeMinutes and hooks",
            "{strategy: canary, percent: 5, stepMinutes: 10, bakeMinutes: 15}");
    private static final Expected HOOKS = new Expected("an object of stages, each with the ARN of a function",
            "{post-scale-up: \"arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check\"}");

    private RolloutReader() {}

    /** {@code null} without a rollout, or with an unusable one. Region and account are {@code null} where they are unusable. */
    static EcsRollout read(Section service, String region, String account) {
        Section rollout = service.has("rollout") ? service.object("rollout", ROLLOUT) : null;
        if (rollout == null) {
            return null;
        }
        int before = rollout.problemCount();
        String word = rollout.text("strategy", Strategy.texts()::contains,
                new Expected("how requests move, one of " + Strategy.texts(), "canary"));
        EcsRollout usual = EcsRollout.of(word == null ? Strategy.CANARY : Strategy.of(word));
        BigDecimal percent = rollout.has("percent")
                ? rollout.decimal("percent", "0.1", "100", "the share that moves first, or each time", "5")
                : BigDecimal.valueOf(usual.percent());
        Integer step = rollout.integer("stepMinutes", 0, EcsRollout.MOST_MINUTES, "minutes after each move", 10, usual.stepMinutes());
        Integer bake = rollout.integer("bakeMinutes", 0, EcsRollout.MOST_MINUTES, "minutes after the last move", 15, usual.bakeMinutes());
        if (usual.strategy() == Strategy.BLUE_GREEN) {
            refuseShares(rollout);
        }
        Map<String, Hook> hooks = hooks(rollout.has("hooks") ? rollout.object("hooks", HOOKS) : null, region, account);
        rollout.rejectUnknown();
        if (rollout.problemCount() > before) {
            return null;
        }
        try {
            return new EcsRollout(usual.strategy(), percent.doubleValue(), step, bake, hooks);
        } catch (IllegalArgumentException problem) {
            service.problem("rollout", problem.getMessage(), ROLLOUT);
            return null;
        }
    }

    private static void refuseShares(Section rollout) {
        for (String key : List.of("percent", "stepMinutes")) {
            if (rollout.has(key)) {
                rollout.problem(key, rollout.show(key) + " with the strategy blue-green", new Expected("no " + key
                        + ", since blue-green moves all requests at once; or the strategy canary or linear", ROLLOUT.example()));
            }
        }
    }

    private static Map<String, Hook> hooks(Section section, String region, String account) {
        Expected function = new Expected("the ARN of a function" + ChoicesReader.in(region, account), "arn:aws:lambda:"
                + (region == null ? "eu-central-1" : region) + ":" + (account == null ? "111122223333" : account)
                + ":function:tandem-prod-check");
        Map<String, Hook> hooks = new TreeMap<>();
        if (section != null) {
            for (String stage : section.keys()) {
                if (!EcsRollout.STAGES.contains(stage)) {
                    section.problem(stage, "the stage \"" + stage + "\"",
                            new Expected("a stage of a deployment, one of " + EcsRollout.STAGES, HOOKS.example()));
                    continue;
                }
                String arn = section.text(stage, Patterns.function(region, account), function);
                if (arn != null) {
                    hooks.put(stage, new Hook(arn, Set.of(stage)));
                }
            }
        }
        return hooks;
    }
}
