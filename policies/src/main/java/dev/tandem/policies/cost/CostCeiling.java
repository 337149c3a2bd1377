package dev.tandem.policies.cost;

import dev.tandem.cost.report.Ceiling.Standing;
import dev.tandem.cost.report.CeilingText;
import dev.tandem.cost.usage.UsageException;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** A stack stays under its ceiling of euros a month. What makes the bill impossible to draw up is a violation too. */
public final class CostCeiling implements StackCheck {

    @Override
    public void check(StackContext context) {
        try {
            StackBill.judge(context)
                    .filter(verdict -> verdict.standing() == Standing.OVER)
                    .ifPresent(verdict -> context.violation(CeilingText.full(verdict)));
        } catch (UsageException | IllegalArgumentException e) {
            context.violation("bill", "the bill cannot be drawn up: " + e.getMessage());
        }
    }
}
