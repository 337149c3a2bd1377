package dev.tandem.preview.run;

import dev.tandem.policy.pack.NotApplicableText;
import dev.tandem.policy.report.ReportedRule;
import dev.tandem.policy.report.ReportedRule.Counts;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.preview.pack.PackResult;
import dev.tandem.preview.pack.PackResult.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** Rules as the pack describes them, and how often each came out how; every answer is looked at once, whatever the rules. */
final class RuleOutcomes {

    private final PackResult result;
    private final Tally resources = new Tally();
    private final Tally stack = new Tally();

    private RuleOutcomes(PackResult result) {
        this.result = result;
        result.answers().forEach(answer -> (answer.wholeStack() ? stack : resources).add(answer));
    }

    static List<ReportedRule> of(PackResult result) {
        RuleOutcomes outcomes = new RuleOutcomes(result);
        return result.info().getPoliciesList().stream().map(outcomes::of).toList();
    }

    private ReportedRule of(PolicyInfo rule) {
        PolicyConfig config = result.config().get(rule.getName());
        var level = EnforcementLevel.valueOf(
                (config == null ? rule.getEnforcementLevel() : config.getEnforcementLevel()).name());
        int[] counts = new int[4];
        if (level != EnforcementLevel.DISABLED) {
            if (rule.getPolicyType() != PolicyType.POLICY_TYPE_STACK) {
                resources.addTo(counts, rule.getName());
            }
            if (rule.getPolicyType() != PolicyType.POLICY_TYPE_RESOURCE) {
                stack.addTo(counts, rule.getName());
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

    /** How often each rule violated (1), did not apply (2) or was undecided (3); all other answers passed it (0). */
    private static final class Tally {

        private final Map<String, int[]> byRule = new HashMap<>();
        private int answers;

        /** A violation outweighs what else the rule could not decide; of several reasons the first one counts. */
        void add(Answer answer) {
            answers++;
            Set<String> counted = new HashSet<>();
            answer.violations().forEach(v -> count(v.rule(), 1, counted));
            answer.notDone().forEach(
                    n -> count(n.rule(), NotApplicableText.parseUndecided(n.reason()).isPresent() ? 3 : 2, counted));
        }

        private void count(String rule, int outcome, Set<String> counted) {
            if (counted.add(rule)) {
                byRule.computeIfAbsent(rule, id -> new int[4])[outcome]++;
            }
        }

        void addTo(int[] counts, String rule) {
            int[] mine = byRule.getOrDefault(rule, new int[4]);
            counts[0] += answers - mine[1] - mine[2] - mine[3];
            for (int outcome = 1; outcome < counts.length; outcome++) {
                counts[outcome] += mine[outcome];
            }
        }
    }
}
