package dev.tandem.ops.canary;

import java.util.List;
import java.util.Locale;

/**
 * Answers of a canary's tasks, from the access log of the mesh listener, where everything passes that they get. Pure.
 *
 * @param errors those with a status of 500 or more, and those that never came
 * @param millis durations, milliseconds, sorted
 */
record Answers(long errors, List<Double> millis) {

    /** @param status 0 when the caller left or nothing came */
    record One(int status, double millis) {}

    static Answers of(List<One> seen) {
        return new Answers(seen.stream().filter(one -> one.status() >= 500 || one.status() == 0).count(),
                seen.stream().map(One::millis).sorted().toList());
    }

    int count() {
        return millis.size();
    }

    /** Nearest-rank percentile; 0 without answers. */
    double percentile(double percent) {
        if (millis.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * count());
        return millis.get(Math.max(0, Math.min(count() - 1, rank - 1)));
    }

    double errorPercent() {
        return millis.isEmpty() ? 0 : 100.0 * errors / count();
    }

    /** Too few answers are no verdict, but as many errors as would be red among the least number of answers are one. */
    Verdict judge(CanarySettings limits) {
        String text = String.format(Locale.ROOT, "%d answers, P95 %.0f ms (limit %.0f), P99 %.0f ms (limit %.0f), %.2f %% errors (limit %.2f)",
                count(), percentile(95), limits.p95Millis(), percentile(99), limits.p99Millis(), errorPercent(), limits.errorPercent());
        boolean tooMany = 100.0 * errors > limits.errorPercent() * Math.max(count(), limits.minRequests());
        if (tooMany) {
            return Verdict.red(text);
        }
        if (count() < limits.minRequests()) {
            return Verdict.open("only " + text + ", expected at least " + limits.minRequests() + " answers");
        }
        return percentile(95) > limits.p95Millis() || percentile(99) > limits.p99Millis() ? Verdict.red(text) : Verdict.green(text);
    }
}
