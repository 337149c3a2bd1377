package dev.tandem.policy.rule;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UndecidedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Collects what a check says during one call. */
final class Verdict {

    private final String rule;
    private final UnaryOperator<String> redaction;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> undecided = new LinkedHashSet<>();
    private String notApplicable;

    Verdict(String rule, UnaryOperator<String> redaction) {
        this.rule = rule;
        this.redaction = redaction;
    }

    void violation(Resource about, Property at, String detail, String message) {
        findings.add(new Finding(
                rule,
                Optional.ofNullable(detail).map(redaction),
                Optional.ofNullable(about).map(Resource::urn),
                at.path(),
                redaction.apply(message)));
    }

    void notApplicable(String reason) {
        notApplicable = redaction.apply(reason);
    }

    void undecided(UndecidedException e) {
        undecided.add(e.path() + " " + e.getMessage());
    }

    void undecided(String text) {
        undecided.add(redaction.apply(text));
    }

    List<Finding> findings() {
        return findings;
    }

    Outcome outcome() {
        Outcome.Kind kind = !findings.isEmpty()
                ? Outcome.Kind.VIOLATION
                : !undecided.isEmpty()
                        ? Outcome.Kind.UNDECIDED
                        : notApplicable != null ? Outcome.Kind.NOT_APPLICABLE : Outcome.Kind.PASS;
        return new Outcome(kind, findings, List.copyOf(undecided), Optional.ofNullable(notApplicable));
    }

    Outcome failed(Throwable cause) {
        Finding finding = new Finding(
                rule,
                Optional.of("rule-failed"),
                Optional.empty(),
                PropertyPath.ROOT,
                "the rule itself failed with " + describe(cause) + "; this resource was not judged by it");
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        return new Outcome(Outcome.Kind.ERROR, all, List.copyOf(undecided), Optional.empty());
    }

    /** Class, message and place of a failure, without secrets. */
    String describe(Throwable cause) {
        return cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + redaction.apply(cause.getMessage())) + where(cause);
    }

    private static String where(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
