package dev.tandem.policy.pack;

import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Runs rules with a time limit each. A rule that exceeds it is one finding, its thread is left to itself, and the
 * others still run. After {@value #STRIKES} times it is switched off for the rest of the deployment. Thread-safe.
 */
final class RuleRunner {

    static final int STRIKES = 3;

    /** Its threads are lent for one call at a time, so a call costs one hand-over, whatever the number of rules. */
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(AnalyzerServer.threads("rules"));

    private final Duration limit;
    private final Map<String, AtomicInteger> timeouts = new ConcurrentHashMap<>();

    RuleRunner(Duration limit) {
        this.limit = limit;
    }

    /** One outcome for each rule, in order. */
    List<Outcome> run(List<RuleSetting> rules, Function<RuleSetting, Outcome> judgement) throws InterruptedException {
        List<Outcome> out = new ArrayList<>(rules.size());
        while (out.size() < rules.size()) {
            RuleSetting next = rules.get(out.size());
            if (strikes(next) >= STRIKES) {
                out.add(switchedOff(next));
            } else {
                out.addAll(runUntilOneIsLate(rules.subList(out.size(), rules.size()), judgement));
            }
        }
        return out;
    }

    /** Outcomes from the first rule on, up to the first that is late or switched off. */
    private List<Outcome> runUntilOneIsLate(List<RuleSetting> rules, Function<RuleSetting, Outcome> judgement)
            throws InterruptedException {
        RuleBatch batch = new RuleBatch(rules.stream().takeWhile(r -> strikes(r) < STRIKES).toList(), judgement);
        batch.start(WORKERS);
        List<Outcome> done = batch.await(limit);
        if (done.size() == batch.size()) {
            return done;
        }
        RuleSetting late = rules.get(done.size());
        List<Outcome> out = new ArrayList<>(done);
        out.add(timedOut(late, timeouts.computeIfAbsent(late.rule().id(), id -> new AtomicInteger()).incrementAndGet()));
        return out;
    }

    private int strikes(RuleSetting setting) {
        AtomicInteger count = timeouts.get(setting.rule().id());
        return count == null ? 0 : count.get();
    }

    private Outcome timedOut(RuleSetting setting, int strike) {
        String message = "the rule itself took longer than " + limit.toMillis() / 1000.0 + " s; this resource was not judged by it"
                + (strike < STRIKES ? "" : ". It happened " + strike + " times, so the rule is switched off");
        Finding finding = new Finding(
                setting.rule().id(), Optional.of("rule-failed"), Optional.empty(), PropertyPath.ROOT, message);
        return new Outcome(Outcome.Kind.ERROR, List.of(finding), List.of(), Optional.empty());
    }

    private static Outcome switchedOff(RuleSetting setting) {
        return new Outcome(
                Outcome.Kind.NOT_APPLICABLE,
                List.of(),
                List.of(),
                Optional.of("switched off, because the rule took too long " + STRIKES + " times"));
    }
}
