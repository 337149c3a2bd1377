package dev.tandem.preview.run;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.report.RecoveryBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the recovery-time budget that a program exports as the stack output {@code recoveryBudget}: an object with
 * {@code limitSeconds} and {@code steps}, each with {@code name}, {@code seconds} and {@code source}.
 */
final class RecoveryOutputs {

    private RecoveryOutputs() {}

    /** Empty when the program exports none, or none of this form. */
    static Optional<RecoveryBudget> read(Map<String, Value> outputs) {
        Property budget = Property.root(outputs).key("recoveryBudget");
        try {
            List<RecoveryBudget.Step> steps = budget.all("steps[*]").stream()
                    .map(s -> new RecoveryBudget.Step(s.key("name").stringOr(""), Math.toIntExact(s.key("seconds").integerOr(0)),
                            s.key("source").stringOr("")))
                    .toList();
            long limit = budget.isMissing() ? 0 : budget.key("limitSeconds").integerOr(0);
            return steps.isEmpty() ? Optional.empty() : Optional.of(new RecoveryBudget(steps, Math.toIntExact(limit)));
        } catch (UndecidedException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
