package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Rule;
import java.util.Optional;

/**
 * The text of a violation as it travels to the engine and is shown by the CLI, and back: the rule's summary, a line
 * break, the message, then one line each, where there is something to say, for the property path ({@code at:}), the
 * mending ({@code fix:}), the finding's id ({@code id:}, only when it has a detail) and why it does not stop the
 * deployment ({@code waived:}). Immutable and thread-safe.
 *
 * <pre>{@code
 * FindingText text = FindingText.parse("Buckets are private\nis public-read\n  at: acl");
 * text.path(); // acl
 * }</pre>
 *
 * @param summary the first line
 * @param message what was found
 * @param path the property, empty for the resource as a whole
 * @param fix how to mend it, empty when not said
 * @param id the finding's id, empty when it is the rule's id
 * @param waived end, owner and reason of the waiver, or that the baseline has it; empty when it is not waived
 */
@PublicApi
public record FindingText(String summary, String message, String path, String fix, String id, String waived) {

    private static final String AT = "\n  at: ";
    private static final String FIX = "\n  fix: ";
    private static final String ID = "\n  id: ";
    private static final String WAIVED = "\n  waived: ";

    /**
     * {@return the text of a finding}
     *
     * @param rule that found it
     * @param finding what was found, without secrets
     */
    public static String format(Rule rule, Finding finding) {
        return format(rule, finding, Optional.empty());
    }

    /** The text of a finding that may be waived. */
    static String format(Rule rule, Finding finding, Optional<String> waived) {
        StringBuilder out = new StringBuilder(rule.summary());
        if (!finding.message().isEmpty()) {
            out.append('\n').append(finding.message());
        }
        if (!finding.path().segments().isEmpty()) {
            out.append(AT).append(finding.path());
        }
        if (!rule.remediationText().isEmpty()) {
            out.append(FIX).append(rule.remediationText().replace('\n', ' '));
        }
        finding.detail().ifPresent(d -> out.append(ID).append(finding.id().replace('\n', ' ')));
        waived.ifPresent(w -> out.append(WAIVED).append(w.replace('\n', ' ')));
        return out.toString();
    }

    /**
     * {@return the parts of a text} One from a pack of another SDK has only summary and message.
     *
     * @param text a violation's, as the engine has it
     */
    public static FindingText parse(String text) {
        String[] rest = {text};
        String waived = cut(rest, WAIVED).orElse("");
        String id = cut(rest, ID).orElse("");
        String fix = cut(rest, FIX).orElse("");
        String path = cut(rest, AT).orElse("");
        int end = rest[0].indexOf('\n');
        return end < 0
                ? new FindingText(rest[0], "", path, fix, id, waived)
                : new FindingText(rest[0].substring(0, end), rest[0].substring(end + 1), path, fix, id, waived);
    }

    private static Optional<String> cut(String[] rest, String marker) {
        int at = rest[0].lastIndexOf(marker);
        if (at < 0 || rest[0].indexOf('\n', at + 1) >= 0) {
            return Optional.empty();
        }
        String value = rest[0].substring(at + marker.length());
        rest[0] = rest[0].substring(0, at);
        return Optional.of(value);
    }
}
