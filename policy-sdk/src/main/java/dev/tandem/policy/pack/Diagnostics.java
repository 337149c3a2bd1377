package dev.tandem.policy.pack;

import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;

/** Outcomes as the engine wants them. */
final class Diagnostics {

    private final Session session;
    private final String defaultUrn;
    private final AnalyzeResponse.Builder response = AnalyzeResponse.newBuilder();

    /** @param defaultUrn of findings that name no resource: the analysed one, or the stack */
    Diagnostics(Session session, String defaultUrn) {
        this.session = session;
        this.defaultUrn = defaultUrn;
    }

    AnalyzeResponse response() {
        return response.build();
    }

    void notApplicable(List<PolicyNotApplicable> entries) {
        response.addAllNotApplicable(entries);
    }

    void add(RuleSetting setting, Outcome outcome) {
        // A rule that failed itself must not let anything pass, whatever its level.
        EnforcementLevel level = outcome.kind() == Outcome.Kind.ERROR ? EnforcementLevel.MANDATORY : setting.level();
        outcome.findings().forEach(f -> add(setting, f, level));
        if (!outcome.undecided().isEmpty()) {
            undecided(setting, outcome);
        } else if (outcome.kind() == Outcome.Kind.NOT_APPLICABLE) {
            notApplicable(setting, outcome.reason().orElse(""));
        }
    }

    /** For a rule that could not judge at all. */
    void failed(RuleSetting setting, String text) {
        add(setting, new Finding(
                setting.rule().id(), Optional.of("rule-failed"), Optional.empty(), PropertyPath.ROOT, text),
                EnforcementLevel.MANDATORY);
    }

    private void undecided(RuleSetting setting, Outcome outcome) {
        notApplicable(setting, NotApplicableText.undecided(outcome.undecided()));
        if (setting.undecided() != UndecidedMode.SILENT) {
            Finding finding = new Finding(
                    setting.rule().id(),
                    Optional.of("undecided"),
                    Optional.empty(),
                    PropertyPath.ROOT,
                    "could not be decided: " + String.join("; ", outcome.undecided()));
            add(setting, finding, setting.undecided() == UndecidedMode.ADVISE
                    ? EnforcementLevel.ADVISORY
                    : EnforcementLevel.MANDATORY);
        }
    }

    void notApplicable(RuleSetting setting, String reason) {
        response.addNotApplicable(PolicyNotApplicable.newBuilder()
                .setPolicyName(setting.rule().id())
                .setReason(reason));
    }

    private void add(RuleSetting setting, Finding finding, EnforcementLevel level) {
        String urn = finding.urn().orElse(defaultUrn);
        Optional<String> waived = session.waivers().flatMap(use -> use.excuse(setting.rule(), finding, urn));
        response.addDiagnostics(AnalyzeDiagnostic.newBuilder()
                .setPolicyName(setting.rule().id())
                .setPolicyPackName(session.pack().name())
                .setPolicyPackVersion(session.pack().version())
                .setDescription(setting.rule().summary())
                .setMessage(FindingText.format(setting.rule(), finding, waived))
                .setEnforcementLevel(Levels.ofDiagnostic(waived.isPresent() ? EnforcementLevel.ADVISORY : level))
                .setUrn(urn)
                .setSeverity(Levels.severity(setting.rule().severity())));
    }
}
