package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A violation, or what else a rule has to say of a resource. Immutable and thread-safe.
 *
 * <pre>{@code
 * List<ReportedFinding> refusing = result.findings().stream().filter(ReportedFinding::refuses).toList();
 * }</pre>
 *
 * @param id the same as long as its cause is: the rule's id, with {@code [detail]} where one rule finds several things
 * @param rule the rule's id
 * @param summary the rule in a line
 * @param outcome a violation; undecided, when that is reported as a finding; or an error, when the rule itself failed
 * @param level in force: mandatory or advisory; of a waived finding advisory
 * @param severity empty when not said
 * @param urn the resource at fault, or the stack
 * @param path the property at fault; empty for the resource as a whole
 * @param message what was found and what was expected
 * @param fix how to mend it; empty when not said
 * @param url of the rule's page; empty when there is none
 * @param waived why it does not stop the deployment: end, owner and reason of the waiver, or that the baseline has it;
 *     empty when it is not waived
 */
@PublicApi
public record ReportedFinding(
        String id,
        String rule,
        String summary,
        Outcome.Kind outcome,
        EnforcementLevel level,
        Optional<Severity> severity,
        String urn,
        String path,
        String message,
        String fix,
        String url,
        Optional<String> waived) {

    /** {@return whether it stops a deployment} */
    public boolean refuses() {
        return waived.isEmpty() && level != EnforcementLevel.ADVISORY;
    }

    /** {@return whether a waiver or the baseline excuses it} */
    public boolean isWaived() {
        return waived.isPresent();
    }

    ReportedFinding cleaned(UnaryOperator<String> clean) {
        return new ReportedFinding(clean.apply(id), rule, clean.apply(summary), outcome, level, severity, urn,
                clean.apply(path), clean.apply(message), clean.apply(fix), url, waived.map(clean));
    }
}
