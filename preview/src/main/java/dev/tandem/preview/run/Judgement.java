package dev.tandem.preview.run;

import dev.tandem.policy.pack.FindingText;
import dev.tandem.policy.pack.NotApplicableText;
import dev.tandem.policy.report.PolicyResult.NotApplicable;
import dev.tandem.policy.report.PolicyResult.PackIdentity;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.ReportedRule;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import dev.tandem.preview.pack.PackResult;
import dev.tandem.preview.pack.PackResult.Answer;
import dev.tandem.preview.pack.PackResult.NotDone;
import dev.tandem.preview.pack.PackResult.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/** What a pack's answers mean: findings, what is undecided, what does not apply, and how often each rule came out how. */
public record Judgement(Optional<PackIdentity> pack, List<ReportedFinding> findings, List<UndecidedRule> undecided,
        List<NotApplicable> notApplicable, List<ReportedRule> rules) {

    /** No pack, no rules. */
    public static final Judgement NONE = new Judgement(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    /** Reads the answers; texts are as the pack sent them, secrets included. */
    public static Judgement of(PackResult result) {
        Map<String, PolicyInfo> rules = new HashMap<>();
        result.info().getPoliciesList().forEach(p -> rules.put(p.getName(), p));
        List<ReportedFinding> findings = new ArrayList<>();
        List<UndecidedRule> undecided = new ArrayList<>();
        Map<NotDone, Integer> others = new HashMap<>();
        for (Answer answer : result.answers()) {
            answer.violations().forEach(v -> findings.add(finding(v, Optional.ofNullable(rules.get(v.rule())))));
            for (NotDone n : answer.notDone()) {
                NotApplicableText.parseUndecided(n.reason()).ifPresentOrElse(
                        places -> undecided.add(new UndecidedRule(n.rule(), answer.urn(), places)),
                        () -> others.merge(n, 1, Integer::sum));
            }
        }
        List<NotApplicable> notApplicable = new ArrayList<>();
        others.forEach((n, resources) -> notApplicable.add(new NotApplicable(n.rule(), n.reason(), resources)));
        Map<String, ReportedRule> outcomes = new TreeMap<>();
        RuleOutcomes.of(result).forEach(rule -> outcomes.put(rule.id(), rule));
        return new Judgement(Optional.of(new PackIdentity(result.info().getName(), result.version())), findings, undecided,
                notApplicable, List.copyOf(outcomes.values()));
    }

    /** How many findings stop a deployment. */
    public boolean refuses() {
        return findings.stream().anyMatch(ReportedFinding::refuses);
    }

    private static ReportedFinding finding(Violation v, Optional<PolicyInfo> rule) {
        FindingText text = FindingText.parse(v.message());
        String fix = text.fix().isEmpty() ? rule.map(PolicyInfo::getRemediationSteps).orElse("") : text.fix();
        String id = text.id().isEmpty() ? v.rule() : text.id();
        return new ReportedFinding(id, v.rule(), text.summary(), kind(id, v.rule()),
                v.mandatory() ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY, severity(v.severity()), v.urn(),
                text.path(), text.message().isEmpty() ? text.summary() : text.message(), fix,
                rule.map(PolicyInfo::getUrl).orElse(""), Optional.of(text.waived()).filter(w -> !w.isEmpty()));
    }

    /** The details by which the SDK's own findings are known: of a rule that failed, and of one that could not decide. */
    private static Outcome.Kind kind(String id, String rule) {
        if (id.equals(rule + "[rule-failed]")) {
            return Outcome.Kind.ERROR;
        }
        return id.equals(rule + "[undecided]") ? Outcome.Kind.UNDECIDED : Outcome.Kind.VIOLATION;
    }

    static Optional<Severity> severity(String name) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equalsIgnoreCase(name)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
