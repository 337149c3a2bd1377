package dev.tandem.policy.pack;

import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Outcome;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** Rules that judge one subject, and the answer made of what they say. */
record Judgement(Evaluator evaluator, Diagnostics out, Answer<AnalyzeResponse> answer) implements RuleWork<Outcome> {

    @Override
    public Outcome judge(RuleSetting rule) {
        return evaluator.judge(rule.rule(), rule.config());
    }

    @Override
    public void take(RuleSetting rule, Outcome outcome) {
        out.add(rule, outcome);
    }

    @Override
    public String consequence() {
        return "this resource was not judged by it";
    }

    @Override
    public void late(RuleSetting rule, String text) {
        out.failed(rule, text);
    }

    @Override
    public void switchedOff(RuleSetting rule, String reason) {
        out.notApplicable(rule, reason);
    }

    @Override
    public void done() {
        answer.succeed(out.response());
    }

    @Override
    public void failed(Throwable cause) {
        answer.fail(cause);
    }
}
