package dev.tandem.policies.cost;

import dev.tandem.cost.report.Ceiling.Standing;
import dev.tandem.cost.report.CeilingText;
import dev.tandem.cost.usage.UsageException;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** From 80 % of the ceiling on the stack's owner hears of it, and of what would save most. */
public final class CostAdvice implements StackCheck {

    @Override
    public void check(StackContext context) {
        try {
            StackBill.judge(context)
                    .filter(verdict -> verdict.standing() == Standing.NEAR)
                    .ifPresent(verdict -> context.violation(CeilingText.full(verdict)));
        } catch (UsageException | IllegalArgumentException e) {
            context.notApplicable("cost-ceiling says why there is no bill");
        }
    }
}
