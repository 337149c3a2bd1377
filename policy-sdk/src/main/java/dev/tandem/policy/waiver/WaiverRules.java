package dev.tandem.policy.waiver;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.Collection;
import java.util.List;

/**
 * The rules about waivers themselves, which a pack with waivers has besides its own. Thread-safe.
 *
 * <pre>{@code
 * List<Rule> added = WaiverRules.of(new WaiverUse(waivers), List.of("no-open-ingress"));
 * }</pre>
 */
@PublicApi
public final class WaiverRules {

    /** Mandatory: a waiver with a mistake holds nothing, and somebody believes that it does. */
    public static final String INVALID = "waiver-invalid";

    /** Advisory: waivers that have ended or are of no use. */
    public static final String STALE = "waiver-stale";

    private WaiverRules() {}

    /**
     * {@return the rules {@link #INVALID} and {@link #STALE}, for one deployment}
     *
     * @param use the waivers of this deployment
     * @param ruleIds ids and old ids of the pack's own rules
     */
    public static List<Rule> of(WaiverUse use, Collection<String> ruleIds) {
        return List.of(
                Rule.stack(INVALID)
                        .summary("Waivers are valid")
                        .description("A waiver names a rule, a resource, a reason, an owner and an end date.")
                        .level(EnforcementLevel.MANDATORY)
                        .tags("waivers")
                        .checkStack(c -> use.invalid(ruleIds).forEach(p -> c.violation(withoutLine(p), p))),
                Rule.stack(STALE)
                        .summary("Waivers are removed when they are not needed")
                        .description("A waiver that has ended or waives nothing, or a mended finding in the baseline.")
                        .level(EnforcementLevel.ADVISORY)
                        .tags("waivers")
                        .checkStack(c -> use.stale(c.stack().stack()).forEach(p -> c.violation(withoutLine(p), p))));
    }

    /** Line numbers move; the id of a finding should not. */
    private static String withoutLine(String problem) {
        return problem.replaceFirst("^([^ ]+?):\\d+: ", "$1: ");
    }
}
