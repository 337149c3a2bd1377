package dev.tandem.policy.waiver;

import dev.tandem.policy.PublicApi;
import java.time.LocalDate;

/**
 * An exception: findings of this id on these resources are reported, but do not stop a deployment. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Waiver waiver = new Waiver("no-open-ingress", "urn:pulumi:dev::shop::*::legacy-*",
 *         "replaced in March", "platform@example.org", LocalDate.of(2027, 3, 31), 2);
 * }</pre>
 *
 * @param finding a rule id, which stands for all findings of the rule, or the id of one finding, {@code rule[detail]}
 * @param urn pattern of the resources' URNs; {@code *} stands for any characters
 * @param reason why the risk is taken
 * @param owner who answers for it
 * @param until the last day on which it holds, in UTC
 * @param line where it stands in the file, from 1
 */
@PublicApi
public record Waiver(String finding, String urn, String reason, String owner, LocalDate until, int line) {

    /** {@return the rule's id} */
    public String rule() {
        int bracket = finding.indexOf('[');
        return bracket < 0 ? finding : finding.substring(0, bracket);
    }

    /** Whether it speaks of a whole rule, not of one finding. */
    boolean isOfRule() {
        return finding.indexOf('[') < 0;
    }

    boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    /** For messages: {@code waivers.yaml:12}. */
    String place(String file) {
        return file + ":" + line;
    }
}
