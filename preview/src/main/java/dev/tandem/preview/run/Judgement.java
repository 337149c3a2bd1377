package dev.tandem.preview.run;

import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.pack.FindingText;
import dev.tandem.policy.pack.NotApplicableText;
import dev.tandem.preview.pack.PackResult;
import dev.tandem.preview.pack.PackResult.Answer;
import dev.tandem.preview.pack.PackResult.NotDone;
import dev.tandem.preview.pack.PackResult.Violation;
import dev.tandem.preview.report.StackReport.Finding;
import dev.tandem.preview.report.StackReport.RuleOutcome;
import dev.tandem.preview.report.StackReport.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What a pack's answers mean: findings, what is undecided, and how often each rule came out how. */
record Judgement(List<Finding> findings, List<Undecided> undecided, List<RuleOutcome> rules) {

    /** No pack, no rules. */
    static final Judgement NONE = new Judgement(List.of(), List.of(), List.of());

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "");

    static Judgement of(PackResult result, Redaction secrets) {
        Map<String, PolicyInfo> rules = new HashMap<>();
        result.info().getPoliciesList().forEach(p -> rules.put(p.getName(), p));
        List<Finding> findings = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        for (Answer answer : result.answers()) {
            for (Violation v : answer.violations()) {
                findings.add(finding(v, Optional.ofNullable(rules.get(v.rule())), secrets));
            }
            for (NotDone n : answer.notDone()) {
                NotApplicableText.parseUndecided(n.reason()).ifPresent(places -> undecided.add(
                        new Undecided(n.rule(), answer.urn(), places.stream().map(secrets).toList())));
            }
        }
        findings.sort(Comparator.comparing((Finding f) -> !f.mandatory())
                .thenComparing(f -> SEVERITIES.indexOf(f.severity()))
                .thenComparing(Finding::rule).thenComparing(Finding::urn).thenComparing(Finding::id)
                .thenComparing(Finding::message));
        undecided.sort(Comparator.comparing(Undecided::rule).thenComparing(Undecided::urn));
        List<RuleOutcome> outcomes = result.info().getPoliciesList().stream()
                .map(p -> outcome(p, result))
                .sorted(Comparator.comparing(RuleOutcome::id))
                .toList();
        return new Judgement(findings, undecided, outcomes);
    }

    private static Finding finding(Violation v, Optional<PolicyInfo> rule, Redaction secrets) {
        FindingText text = FindingText.parse(v.message());
        String fix = text.fix().isEmpty() ? rule.map(PolicyInfo::getRemediationSteps).orElse("") : text.fix();
        return new Finding(
                secrets.apply(text.id().isEmpty() ? v.rule() : text.id()), v.rule(), secrets.apply(text.summary()),
                v.mandatory(), v.severity(), v.urn(), text.path(),
                secrets.apply(text.message().isEmpty() ? text.summary() : text.message()), secrets.apply(fix));
    }

    private static RuleOutcome outcome(PolicyInfo rule, PackResult result) {
        PolicyConfig config = result.config().get(rule.getName());
        EnforcementLevel level = config == null ? rule.getEnforcementLevel() : config.getEnforcementLevel();
        int[] counts = new int[4];
        for (Answer answer : result.answers()) {
            boolean asked = rule.getPolicyType() == PolicyType.POLICY_TYPE_UNKNOWN
                    || answer.wholeStack() == (rule.getPolicyType() == PolicyType.POLICY_TYPE_STACK);
            if (asked && level != EnforcementLevel.DISABLED) {
                counts[kind(rule.getName(), answer)]++;
            }
        }
        String severity = rule.getSeverity() == PolicySeverity.POLICY_SEVERITY_UNSPECIFIED ? ""
                : rule.getSeverity().name().replace("POLICY_SEVERITY_", "").toLowerCase(Locale.ROOT);
        String summary = rule.getDisplayName().isEmpty() ? rule.getDescription() : rule.getDisplayName();
        return new RuleOutcome(rule.getName(), summary, level.name().toLowerCase(Locale.ROOT), severity, counts[0],
                counts[1], counts[2], counts[3]);
    }

    /** 0 passed, 1 violated, 2 not applicable, 3 undecided; a violation outweighs what else the rule could not decide. */
    private static int kind(String rule, Answer answer) {
        Set<String> violated = new HashSet<>();
        answer.violations().forEach(v -> violated.add(v.rule()));
        if (violated.contains(rule)) {
            return 1;
        }
        return answer.notDone().stream()
                .filter(n -> n.rule().equals(rule))
                .findFirst()
                .map(n -> NotApplicableText.parseUndecided(n.reason()).isPresent() ? 3 : 2)
                .orElse(0);
    }
}
