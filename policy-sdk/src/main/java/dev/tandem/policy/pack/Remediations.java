package dev.tandem.policy.pack;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Mending;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.wire.ResourceDecoder;
import dev.tandem.policy.wire.StructPatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/**
 * The mending call. The engine replaces a resource's whole inputs with what it gets, so everything untouched goes back
 * as it came. Rules run one after the other, each on what the one before left.
 */
final class Remediations {

    private static final Outcome FINISHED = new Outcome(Outcome.Kind.PASS, List.of(), List.of(), Optional.empty());

    private Remediations() {}

    static RemediateResponse remediate(Session session, AnalyzeRequest request) throws InterruptedException {
        String type = session.normalizedType(request);
        RemediateResponse.Builder out = RemediateResponse.newBuilder();
        AnalyzeRequest now = request;
        for (RuleSetting setting : session.resourceRules()) {
            if (setting.level() != EnforcementLevel.REMEDIATE || setting.rule().remediation().isEmpty()
                    || isWaived(session, setting, request.getUrn())) {
                continue;
            }
            if (!setting.looksAt(type)) {
                out.addNotApplicable(setting.otherTypes());
                continue;
            }
            Mending mending = mend(session, setting, Evaluator.of(ResourceDecoder.decode(now), session.stack()));
            Struct mended = StructPatch.apply(now.getProperties(), mending.changes());
            if (mending.failure().isPresent()) {
                out.addRemediations(start(session, setting)
                        .setDiagnostic(setting.rule().summary() + "\n" + mending.failure().get() + "; nothing was mended"));
            } else if (mending.undecided().isPresent()) {
                undecided(session, setting, mending.undecided().get(), out);
            } else if (!mended.equals(now.getProperties())) {
                out.addRemediations(start(session, setting).setProperties(mended));
                now = now.toBuilder().setProperties(mended).build();
            }
        }
        return out.build();
    }

    /** With the time limit that checks have, and the same strikes. */
    private static Mending mend(Session session, RuleSetting setting, Evaluator evaluator) throws InterruptedException {
        AtomicReference<Mending> done = new AtomicReference<>();
        Outcome outcome = session.runner()
                .run(List.of(setting), s -> {
                    done.set(evaluator.mend(s.rule(), s.config()));
                    return FINISHED;
                })
                .get(0);
        if (outcome == FINISHED) {
            Mending mending = done.get();
            return new Mending(
                    mending.changes(), mending.undecided(), mending.failure().map(f -> "the rule itself failed with " + f));
        }
        String why = outcome.findings().isEmpty()
                ? "the rule is " + outcome.reason().orElse("switched off")
                : outcome.findings().get(0).message().replace("; this resource was not judged by it", "");
        return new Mending(Map.of(), Optional.empty(), Optional.of(why));
    }

    /** What a waiver leaves as it is, is left as it is. */
    private static boolean isWaived(Session session, RuleSetting setting, String urn) {
        String id = setting.rule().id();
        Finding whole = new Finding(id, Optional.empty(), Optional.of(urn), PropertyPath.ROOT, "");
        return session.waivers().flatMap(use -> use.excuse(setting.rule(), whole, urn)).isPresent();
    }

    private static void undecided(Session session, RuleSetting setting, String place, RemediateResponse.Builder out) {
        out.addNotApplicable(PolicyNotApplicable.newBuilder()
                .setPolicyName(setting.rule().id())
                .setReason(NotApplicableText.undecided(List.of(place))));
        if (setting.undecided() != UndecidedMode.SILENT) {
            out.addRemediations(start(session, setting)
                    .setDiagnostic(setting.rule().summary() + "\ncould not be mended: " + place));
        }
    }

    private static Remediation.Builder start(Session session, RuleSetting setting) {
        return Remediation.newBuilder()
                .setPolicyName(setting.rule().id())
                .setPolicyPackName(session.pack().name())
                .setPolicyPackVersion(session.pack().version())
                .setDescription(setting.rule().summary());
    }
}
