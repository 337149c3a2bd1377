package dev.tandem.policies.cost;

import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.usage.UsageException;
import dev.tandem.policies.Settings;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A month without Spot capacity stays bearable: all Spot at the on-demand price costs no more than
 * {@code worstCaseCeilingEur}, by default 125 % of the ceiling.
 */
public final class WorstCase implements StackCheck {

    private static final BigDecimal DEFAULT_SHARE = new BigDecimal("1.25");

    @Override
    public void check(StackContext context) {
        try {
            StackBill.judge(context).ifPresent(verdict -> {
                Optional<String> said = Settings.text(context, "worstCaseCeilingEur");
                BigDecimal most = said.isPresent()
                        ? ceiling(said.get())
                        : verdict.ceiling().eur().multiply(DEFAULT_SHARE);
                BigDecimal typical = verdict.totals().typical().eur();
                BigDecimal worst = verdict.totals().worstCase().eur();
                if (worst.compareTo(most) > 0 && worst.compareTo(typical) > 0) {
                    context.violation("EUR " + cents(worst) + " in a month without Spot capacity, EUR " + cents(typical)
                            + " in a typical one; expected at most EUR " + cents(most));
                }
            });
        } catch (UsageException e) {
            context.notApplicable("cost-ceiling says why there is no bill");
        } catch (IllegalArgumentException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("worstCaseCeilingEur")) {
                context.violation(e.getMessage());
            } else {
                context.notApplicable("cost-ceiling says why there is no bill");
            }
        }
    }

    private static BigDecimal ceiling(String text) {
        BigDecimal eur = StackBill.number("worstCaseCeilingEur", text);
        try {
            return new Ceiling(eur).eur();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("worstCaseCeilingEur: " + e.getMessage(), e);
        }
    }

    private static String cents(BigDecimal eur) {
        return eur.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
