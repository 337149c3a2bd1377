package dev.tandem.ops.migrate;

import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
    private static final int IN_A_ROW = 10;
    private static final int LOOKS = 120;
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
            edge.create(rules.listener, free.get(2), path.paths(), HEADER, rules.mark("ready"), "");
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
     * Waits until the load balancer's nodes know the rules, at most a minute.
     *
     * @throws OperationRefusedException when they do not answer by them
     */
    void await(Samples samples) {
        int row = 0;
        String last = "nothing";
        for (int look = 0; look < LOOKS && row < IN_A_ROW; look++) {
            try {
                HttpResponse<byte[]> answer = samples.send(samples.paths().get(0), Map.of(HEADER, mark("ready")));
                boolean ready = new String(answer.body(), StandardCharsets.UTF_8).equals(EdgeRules.READY);
                last = "HTTP " + answer.statusCode();
                row = ready ? row + 1 : 0;
            } catch (IOException failed) {
                last = failed.getClass().getSimpleName();
                row = 0;
            }
            if (row == 0) {
                pause();
            }
        }
        if (row < IN_A_ROW) {
            throw new OperationRefusedException(samples.base() + " does not answer by the rules of the comparison (it said: " + last
                    + "), expected the address of the load balancer that has the rule of " + service);
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
