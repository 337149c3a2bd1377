package dev.tandem.policy.pack;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Mending;
import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.wire.ResourceDecoder;
import dev.tandem.policy.wire.StructPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/**
 * The mending call. The engine replaces a resource's whole inputs with what it gets, so everything untouched goes back
 * as it came. Rules run one after the other, each on what the one before left.
 */
final class Remediations implements RuleWork<Mending> {

    private final Session session;
    private final Answer<RemediateResponse> answer;
    private final RemediateResponse.Builder out = RemediateResponse.newBuilder();
    private AnalyzeRequest now;

    private Remediations(Session session, AnalyzeRequest request, Answer<RemediateResponse> answer) {
        this.session = session;
        this.now = request;
        this.answer = answer;
    }

    static void remediate(Session session, AnalyzeRequest request, Answer<RemediateResponse> answer) {
        Remediations work = new Remediations(session, request, answer);
        String type = session.normalizedType(request);
        List<RuleSetting> mending = new ArrayList<>();
        for (RuleSetting setting : session.resourceRules()) {
            if (setting.level() != EnforcementLevel.REMEDIATE || setting.rule().remediation().isEmpty()
                    || isWaived(session, setting, request.getUrn())) {
                continue;
            }
            if (setting.looksAt(type)) {
                mending.add(setting);
            } else {
                work.out.addNotApplicable(setting.otherTypes());
            }
        }
        if (mending.isEmpty()) {
            work.done();
        } else {
            session.runner().run(mending, work);
        }
    }

    @Override
    public Mending judge(RuleSetting setting) {
        return Evaluator.of(ResourceDecoder.decode(now), session.stack()).mend(setting.rule(), setting.config());
    }

    @Override
    public void take(RuleSetting setting, Mending mending) {
        Struct mended = StructPatch.apply(now.getProperties(), mending.changes());
        if (mending.failure().isPresent()) {
            say(setting, "the rule itself failed with " + mending.failure().get() + "; " + consequence());
        } else if (mending.undecided().isPresent()) {
            undecided(setting, mending.undecided().get());
        } else if (!mended.equals(now.getProperties())) {
            out.addRemediations(start(setting).setProperties(mended));
            now = now.toBuilder().setProperties(mended).build();
        }
    }

    private void undecided(RuleSetting setting, String place) {
        out.addNotApplicable(PolicyNotApplicable.newBuilder()
                .setPolicyName(setting.rule().id())
                .setReason(NotApplicableText.undecided(List.of(place))));
        if (setting.undecided() != UndecidedMode.SILENT) {
            say(setting, "could not be mended: " + place);
        }
    }

    @Override
    public String consequence() {
        return "nothing was mended";
    }

    @Override
    public void late(RuleSetting setting, String text) {
        say(setting, text);
    }

    @Override
    public void switchedOff(RuleSetting setting, String reason) {
        say(setting, "the rule is " + reason + "; " + consequence());
    }

    @Override
    public void done() {
        answer.succeed(out.build());
    }

    @Override
    public void failed(Throwable cause) {
        answer.fail(cause);
    }

    private void say(RuleSetting setting, String text) {
        out.addRemediations(start(setting).setDiagnostic(setting.rule().summary() + "\n" + text));
    }

    private Remediation.Builder start(RuleSetting setting) {
        return Remediation.newBuilder()
                .setPolicyName(setting.rule().id())
                .setPolicyPackName(session.pack().name())
                .setPolicyPackVersion(session.pack().version())
                .setDescription(setting.rule().summary());
    }

    /** What a waiver leaves as it is, is left as it is. */
    private static boolean isWaived(Session session, RuleSetting setting, String urn) {
        String id = setting.rule().id();
        Finding whole = new Finding(id, Optional.empty(), Optional.of(urn), PropertyPath.ROOT, "");
        return session.waivers().flatMap(use -> use.excuse(setting.rule(), whole, urn)).isPresent();
    }
}
