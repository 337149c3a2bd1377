package dev.tandem.ops.migrate;

import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Rules in front of a path's own, for the time of a comparison: a header that nobody else knows leads to the function, another to
 * the service. Everybody else's requests go as before. A third answers by itself, and tells that the load balancer has them all.
 */
final class SideRules implements AutoCloseable {

    private static final String HEADER = "x-tandem-compare";
    private static final String READY = "ready";
    private static final int IN_A_ROW = 10;

    /** How long rules may take until they answer. */
    static final Duration WAIT = Duration.ofMinutes(1);

    /** Also the last look has so long: one that is cut short says nothing of the address. */
    private static final Duration LEAST_LOOK = Duration.ofSeconds(5);

    private static final long PAUSE_MILLIS = 500;

    private final EdgeRules edge;
    private final String service;
    private final String listener;
    private final String nonce = UUID.randomUUID().toString();

    private SideRules(EdgeRules edge, String service, String listener) {
        this.edge = edge;
        this.service = service;
        this.listener = listener;
    }

    /** Puts them in place, and removes what a run that was killed left there. */
    static SideRules open(EdgeRules edge, Migration migration) {
        SideRules rules = new SideRules(edge, migration.service(), EdgeRules.listener(migration.rule()));
        rules.close();
        try {
            List<EdgeRules.Rule> all = edge.ofListener(rules.listener);
            EdgeRules.Rule path = all.stream().filter(rule -> rule.arn().equals(migration.rule())).findFirst().orElseThrow(
                    () -> new OperationRefusedException("the rule " + migration.rule() + " is gone, expected it at its listener"));
            List<Integer> free = EdgeRules.freeBefore(all, path.priority(), 3);
            edge.create(rules.listener, free.get(0), path.paths(), HEADER, rules.mark("function"), migration.from());
            edge.create(rules.listener, free.get(1), path.paths(), HEADER, rules.mark("service"), migration.to());
            edge.create(rules.listener, free.get(2), path.paths(), HEADER, rules.mark(READY), "");
            return rules;
        } catch (RuntimeException failed) {
            rules.close();
            throw failed;
        }
    }

    private String mark(String side) {
        return "tandem-" + service + "-" + nonce + "-" + side;
    }

    Map<String, String> function() {
        return Map.of(HEADER, mark("function"));
    }

    Map<String, String> service() {
        return Map.of(HEADER, mark("service"));
    }

    /**
     * Waits until the node of the load balancer that the client is connected to knows the rules.
     *
     * @param most how long, all in all
     * @throws OperationRefusedException when it does not answer by them
     */
    void await(Samples samples, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        int row = 0;
        String last = "nothing";
        for (long left = most.toNanos(); row < IN_A_ROW && left > 0; left = end - System.nanoTime()) {
            last = look(samples, Duration.ofNanos(Math.max(left, LEAST_LOOK.toNanos())));
            row = last.equals(READY) ? row + 1 : 0;
            if (row == 0) {
                pause();
            }
        }
        if (row < IN_A_ROW) {
            throw new OperationRefusedException(samples.base() + " does not answer by the rules of the comparison (it said: " + last
                    + "), expected the address of the load balancer that has the rule of " + service);
        }
    }

    /** {@link #READY}, or what it said else. */
    private String look(Samples samples, Duration most) {
        try {
            HttpResponse<byte[]> answer = samples.send(samples.paths().get(0), Map.of(HEADER, mark(READY)), most);
            return new String(answer.body(), StandardCharsets.UTF_8).equals(EdgeRules.READY) ? READY : "HTTP " + answer.statusCode();
        } catch (IOException failed) {
            return failed.getClass().getSimpleName();
        }
    }

    /**
     * That the rules were there all the time: nobody makes them again with the same value. Without them both sides' requests go
     * by the path's own rule, and answers of one side are alike.
     *
     * @throws OperationRefusedException when one is gone, or does not answer
     */
    void confirm(Samples samples) {
        List<String> there = edge.ofListener(listener).stream().map(EdgeRules.Rule::header).toList();
        String answer = look(samples, WAIT);
        if (!there.containsAll(List.of(mark("function"), mark("service"), mark(READY))) || !answer.equals(READY)) {
            throw new OperationRefusedException("the rules of the comparison vanished while it ran (they said: " + answer + "), expected them"
                    + " until its end; nothing was recorded. Somebody else removed them, or compares " + service
                    + " too: run it again");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OperationRefusedException("interrupted; nothing was compared");
        }
    }

    /** Removes the rules of this service's comparisons, also of earlier ones. */
    @Override
    public void close() {
        edge.ofListener(listener).stream()
                .filter(rule -> rule.header().matches("tandem-" + Pattern.quote(service) + "-[0-9a-f-]{36}-(function|service|ready)"))
                .forEach(rule -> edge.delete(rule.arn()));
    }
}
