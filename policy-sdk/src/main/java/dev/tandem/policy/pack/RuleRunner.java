package dev.tandem.policy.pack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs rules with a time limit each. A rule that exceeds it is one finding, its thread is left to itself, and the
 * others still run. After {@value #STRIKES} times it is switched off for the rest of the deployment. Thread-safe.
 */
final class RuleRunner {

    static final int STRIKES = 3;
    static final String SWITCHED_OFF = "switched off, because the rule took too long " + STRIKES + " times";

    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(AnalyzerServer.threads("rules"));
    private static final RuleWatch WATCH = new RuleWatch(WORKERS);

    private final Duration limit;
    private final Map<String, AtomicInteger> timeouts = new ConcurrentHashMap<>();

    RuleRunner(Duration limit) {
        this.limit = limit;
    }

    /** Runs the rules in order, on this thread as long as none is late; then the end comes after this returned. */
    <T> void run(List<RuleSetting> rules, RuleWork<T> work) {
        RuleBatch<T> batch = new RuleBatch<>(this, rules, work);
        WATCH.add(batch);
        batch.run();
    }

    /** Runs something on a thread that rules may keep. */
    static void elsewhere(Runnable task) {
        WORKERS.execute(task);
    }

    void over(RuleBatch<?> batch) {
        WATCH.remove(batch);
    }

    long limitNanos() {
        return limit.toNanos();
    }

    boolean isSwitchedOff(RuleSetting setting) {
        AtomicInteger count = timeouts.isEmpty() ? null : timeouts.get(setting.rule().id());
        return count != null && count.get() >= STRIKES;
    }

    /** Counts that a rule was late, and says so. */
    String strike(RuleSetting setting, String consequence) {
        int strike = timeouts.computeIfAbsent(setting.rule().id(), id -> new AtomicInteger()).incrementAndGet();
        return "the rule itself took longer than " + limit.toMillis() / 1000.0 + " s; " + consequence
                + (strike < STRIKES ? "" : ". It happened " + strike + " times, so the rule is switched off");
    }
}
