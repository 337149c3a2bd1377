package dev.tandem.preview.pack;

import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.pack.PackResult.Answer;
import dev.tandem.preview.pack.PackResult.NotDone;
import dev.tandem.preview.pack.PackResult.Violation;
import java.util.List;
import java.util.Locale;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/** Reads a pack's answers as the engine does: remediate counts as mandatory, and a stack rule may name any resource. */
record Answers(PackSession pack, Deployment deployment) {

    Answer read(String urn, boolean wholeStack, AnalyzeResponse response) {
        List<Violation> violations =
                response.getDiagnosticsList().stream().map(d -> violation(urn, wholeStack, d)).toList();
        List<NotDone> notDone = response.getNotApplicableList().stream()
                .map(n -> new NotDone(n.getPolicyName(), n.getReason()))
                .toList();
        return new Answer(urn, wholeStack, violations, notDone);
    }

    private Violation violation(String asked, boolean wholeStack, AnalyzeDiagnostic diagnostic) {
        boolean names = wholeStack && deployment.find(diagnostic.getUrn()).isPresent();
        EnforcementLevel level = diagnostic.getEnforcementLevel();
        return new Violation(
                diagnostic.getPolicyName(),
                names ? diagnostic.getUrn() : asked,
                level == EnforcementLevel.MANDATORY || level == EnforcementLevel.REMEDIATE,
                severity(diagnostic),
                diagnostic.getMessage());
    }

    private String severity(AnalyzeDiagnostic diagnostic) {
        PolicySeverity severity = diagnostic.getSeverity();
        if (severity == PolicySeverity.POLICY_SEVERITY_UNSPECIFIED) {
            severity = pack.info().getPoliciesList().stream()
                    .filter(p -> p.getName().equals(diagnostic.getPolicyName()))
                    .map(PolicyInfo::getSeverity)
                    .findFirst()
                    .orElse(severity);
        }
        return severity == PolicySeverity.POLICY_SEVERITY_UNSPECIFIED || severity == PolicySeverity.UNRECOGNIZED
                ? "" : severity.name().replace("POLICY_SEVERITY_", "").toLowerCase(Locale.ROOT);
    }
}
