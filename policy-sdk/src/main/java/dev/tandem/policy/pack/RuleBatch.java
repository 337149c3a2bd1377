package dev.tandem.policy.pack;

import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * The rules of one call, judged one after the other by the thread that the call came with. When a rule is late, that
 * thread is given up and another one goes on with the next rule, so that a call costs no hand-over as long as its rules
 * are quick.
 */
final class RuleBatch<T> {

    private final RuleRunner runner;
    private final List<RuleSetting> rules;
    private final RuleWork<T> work;
    private int next;
    /** The thread that judges a rule at the moment; null between rules, and once it was given up. */
    private Thread judging;
    private long since;

    RuleBatch(RuleRunner runner, List<RuleSetting> rules, RuleWork<T> work) {
        this.runner = runner;
        this.rules = rules;
        this.work = work;
    }

    void run() {
        boolean over = true;
        try {
            while (next < rules.size()) {
                if (!judge(rules.get(next))) {
                    over = false;
                    return;
                }
                next++;
            }
            work.done();
        } catch (Throwable e) {
            work.failed(e);
        } finally {
            if (over) {
                runner.over(this);
            }
        }
    }

    /** False when this thread was given up meanwhile. */
    private boolean judge(RuleSetting rule) {
        if (runner.isSwitchedOff(rule)) {
            work.switchedOff(rule, RuleRunner.SWITCHED_OFF);
            return true;
        }
        T said;
        begin();
        try {
            said = work.judge(rule);
        } catch (Throwable e) {
            if (!end()) {
                lost(e);
                return false;
            }
            throw e;
        }
        if (!end()) {
            return false;
        }
        work.take(rule, said);
        return true;
    }

    private synchronized void begin() {
        judging = Thread.currentThread();
        since = System.nanoTime();
    }

    private synchronized boolean end() {
        if (judging != Thread.currentThread()) {
            // What woke a rule up must not disturb the next call on this thread.
            Thread.interrupted();
            return false;
        }
        judging = null;
        return true;
    }

    /** Nobody waits for the rule any more, but nothing may be judged without memory. */
    private void lost(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            work.failed(e);
        }
    }

    /** Gives the judging thread up if it is late, and has the rest done by another one. */
    void giveUpIfLate(ExecutorService workers) {
        synchronized (this) {
            if (judging == null || System.nanoTime() - since <= runner.limitNanos()) {
                return;
            }
            judging.interrupt();
            judging = null;
        }
        try {
            workers.execute(this::goOn);
        } catch (Throwable e) {
            runner.over(this);
            work.failed(e);
        }
    }

    private void goOn() {
        RuleSetting late = rules.get(next);
        try {
            work.late(late, runner.strike(late, work.consequence()));
        } catch (Throwable e) {
            runner.over(this);
            work.failed(e);
            return;
        }
        next++;
        run();
    }
}
