package dev.tandem.ops.canary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Answers of a canary's tasks, from the access log of the mesh listener, where everything passes that they get. Pure.
 *
 * @param count  answers
 * @param errors those with a status of 500 or more, and those that never came
 * @param millis durations, milliseconds, sorted
 */
record Answers(long count, long errors, double[] millis) {

    /** @param status 0 when the caller left or nothing came */
    record One(int status, double millis) {}

    static Answers of(List<One> seen) {
        return new Answers(seen.size(), seen.stream().filter(one -> one.status() >= 500 || one.status() == 0).count(),
                seen.stream().mapToDouble(One::millis).sorted().toArray());
    }

    /** Nearest-rank percentile; 0 without answers. */
    double percentile(double percent) {
        if (millis.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * millis.length);
        return millis[Math.max(0, Math.min(millis.length - 1, rank - 1))];
    }

    double errorPercent() {
        return count == 0 ? 0 : 100.0 * errors / count;
    }

    /** Too few answers are no verdict, but as many errors as would be red among the least number of answers are one. */
    Verdict judge(CanarySettings limits) {
        String text = String.format(Locale.ROOT, "%d answers, P95 %.0f ms (limit %.0f), P99 %.0f ms (limit %.0f), %.2f %% errors (limit %.2f)",
                count, percentile(95), limits.p95Millis(), percentile(99), limits.p99Millis(), errorPercent(), limits.errorPercent());
        boolean tooMany = 100.0 * errors > limits.errorPercent() * Math.max(count, limits.minRequests());
        if (tooMany) {
            return Verdict.red(text);
        }
        if (count < limits.minRequests()) {
            return Verdict.open("only " + text + ", expected at least " + limits.minRequests() + " answers");
        }
        return percentile(95) > limits.p95Millis() || percentile(99) > limits.p99Millis() ? Verdict.red(text) : Verdict.green(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers that && count == that.count && errors == that.errors && Arrays.equals(millis, that.millis);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(millis);
    }

    @Override
    public String toString() {
        return count + " answers, " + errors + " errors";
    }
}
