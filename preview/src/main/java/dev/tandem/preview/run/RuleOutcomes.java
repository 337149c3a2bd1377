package dev.tandem.preview.run;

import dev.tandem.policy.pack.NotApplicableText;
import dev.tandem.policy.report.ReportedRule;
import dev.tandem.policy.report.ReportedRule.Counts;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.preview.pack.PackResult;
import dev.tandem.preview.pack.PackResult.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** A rule as the pack describes it, and how often it came out how. */
final class RuleOutcomes {

    private RuleOutcomes() {}

    static ReportedRule of(PolicyInfo rule, PackResult result) {
        PolicyConfig config = result.config().get(rule.getName());
        var level = EnforcementLevel.valueOf(
                (config == null ? rule.getEnforcementLevel() : config.getEnforcementLevel()).name());
        int[] counts = new int[4];
        for (Answer answer : result.answers()) {
            boolean asked = rule.getPolicyType() == PolicyType.POLICY_TYPE_UNKNOWN
                    || answer.wholeStack() == (rule.getPolicyType() == PolicyType.POLICY_TYPE_STACK);
            if (asked && level != EnforcementLevel.DISABLED) {
                counts[outcome(rule.getName(), answer)]++;
            }
        }
        String severity = rule.getSeverity().name().replace("POLICY_SEVERITY_", "");
        return new ReportedRule(rule.getName(), kind(rule.getPolicyType()),
                rule.getDisplayName().isEmpty() ? rule.getDescription() : rule.getDisplayName(), rule.getDescription(),
                level, Judgement.severity(severity), rule.getRemediationSteps(), rule.getUrl(), controls(rule),
                new Counts(counts[0], counts[1], counts[2], counts[3]));
    }

    private static Optional<Rule.Kind> kind(PolicyType type) {
        return switch (type) {
            case POLICY_TYPE_RESOURCE -> Optional.of(Rule.Kind.RESOURCE);
            case POLICY_TYPE_STACK -> Optional.of(Rule.Kind.STACK);
            default -> Optional.empty();
        };
    }

    private static List<String> controls(PolicyInfo rule) {
        List<String> out = new ArrayList<>();
        if (rule.hasFramework()) {
            PolicyComplianceFramework f = rule.getFramework();
            out.add((f.getName() + " " + f.getVersion() + " " + f.getReference()).strip().replaceAll(" +", " "));
        }
        out.addAll(rule.getTagsList());
        return out.stream().distinct().toList();
    }

    /** 0 passed, 1 violated, 2 not applicable, 3 undecided; a violation outweighs what else the rule could not decide. */
    private static int outcome(String rule, Answer answer) {
        if (answer.violations().stream().anyMatch(v -> v.rule().equals(rule))) {
            return 1;
        }
        return answer.notDone().stream()
                .filter(n -> n.rule().equals(rule))
                .findFirst()
                .map(n -> NotApplicableText.parseUndecided(n.reason()).isPresent() ? 3 : 2)
                .orElse(0);
    }
}
