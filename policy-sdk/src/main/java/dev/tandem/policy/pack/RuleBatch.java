package dev.tandem.policy.pack;

import dev.tandem.policy.rule.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Rules that one worker runs one after the other while the call waits for it to get on. */
final class RuleBatch {

    private final List<RuleSetting> rules;
    private final Function<RuleSetting, Outcome> judgement;
    private final List<Outcome> done = new ArrayList<>();
    private Throwable failure;
    private boolean abandoned;
    private Future<?> worker;

    RuleBatch(List<RuleSetting> rules, Function<RuleSetting, Outcome> judgement) {
        this.rules = rules;
        this.judgement = judgement;
    }

    int size() {
        return rules.size();
    }

    void start(ExecutorService workers) {
        worker = workers.submit(this::work);
    }

    private void work() {
        try {
            for (RuleSetting rule : rules) {
                Outcome outcome = judgement.apply(rule);
                synchronized (this) {
                    if (abandoned) {
                        return;
                    }
                    done.add(outcome);
                    notifyAll();
                }
            }
        } catch (Throwable e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    /** What was done when all is done, or when one rule took longer than the limit: then the worker is given up. */
    synchronized List<Outcome> await(Duration limit) throws InterruptedException {
        int seen = 0;
        long deadline = System.nanoTime() + limit.toNanos();
        while (done.size() < rules.size() && failure == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                abandoned = true;
                worker.cancel(true);
                break;
            }
            wait(left / 1_000_000 + 1);
            if (done.size() > seen) {
                seen = done.size();
                deadline = System.nanoTime() + limit.toNanos();
            }
        }
        if (failure instanceof Error error) {
            throw error;
        } else if (failure != null) {
            throw (RuntimeException) failure;
        }
        return List.copyOf(done);
    }
}
