package dev.tandem.infra.config;

import dev.tandem.components.service.EcsRollout;
import dev.tandem.components.service.EcsRollout.Hook;
import dev.tandem.components.service.EcsRollout.Strategy;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.math.BigDecimal;
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

    /** {@code null} without a rollout, or with an unusable one. */
    static EcsRollout read(Section service) {
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
        Map<String, Hook> hooks = hooks(rollout.has("hooks") ? rollout.object("hooks", HOOKS) : null);
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

    private static Map<String, Hook> hooks(Section section) {
        Map<String, Hook> hooks = new TreeMap<>();
        if (section != null) {
            for (String stage : section.keys()) {
                if (!EcsRollout.STAGES.contains(stage)) {
                    section.problem(stage, "the stage \"" + stage + "\"",
                            new Expected("a stage of a deployment, one of " + EcsRollout.STAGES, HOOKS.example()));
                    continue;
                }
                String function = section.text(stage, Patterns.ROTATION_FUNCTION, new Expected("a function's ARN",
                        "arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check"));
                if (function != null) {
                    hooks.put(stage, new Hook(function, Set.of(stage)));
                }
            }
        }
        return hooks;
    }
}
