package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.slo.Budget;
import dev.tandem.ops.slo.EdgeMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** {@code tandem slo}: are the objectives met, and how much may still go wrong? */
@Command(
        name = "slo",
        description = "Shows whether a service meets its objectives behind the load balancer: P95 under 200 ms, and 99.9 %% of the requests"
                + " without 5xx in 30 days: what is left of that error budget, and how fast it is being spent. A burn rate of 1 spends"
                + " it in exactly 30 days; 14.4 in the last hour is a page, 6 in the last six hours too.",
        exitCodeList = {
            "0:met", "1:missed: latency, or the budget is spent; or no metrics", "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)"
        },
        footer = {"  ./tandem slo auth", "  ./tandem slo auth --region eu-west-1 --json", "  ./tandem slo auth --p95 150 --objective 99.95"})
final class SloCommand extends AwsCommand {

    private static final int MONTH_HOURS = 30 * 24;
    private static final double FAST = 14.4;
    private static final double SLOW = 6;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Name of the service, such as auth.")
    private String service;

    @Option(names = "--p95", paramLabel = "MILLISECONDS", defaultValue = "200", description = "Objective for P95. Default: ${DEFAULT-VALUE}.")
    private double p95;

    @Option(names = "--objective", paramLabel = "PERCENT", defaultValue = "99.9",
            description = "Requests that must succeed. Default: ${DEFAULT-VALUE}.")
    private double objective;

    @Override
    public Integer call() {
        if (!(objective > 0 && objective < 100)) {
            throw Choices.wrong(spec(), "--objective", String.valueOf(objective), "more than 0 and less than 100 percent, such as 99.9");
        }
        return onMesh(session -> {
            RouteDocument document = session.operations().live(service).document();
            try (CloudWatchClient cloudWatch = where().access().client(CloudWatchClient.builder())) {
                return show(EdgeMetrics.of(cloudWatch, where().targetGroups(document)), Instant.now());
            }
        });
    }

    private int show(EdgeMetrics metrics, Instant now) {
        List<Double> hours = metrics.p95(24, now);
        double latest = hours.isEmpty() ? 0 : 1000 * hours.get(hours.size() - 1);
        double worst = hours.stream().mapToDouble(hour -> 1000 * hour).max().orElse(0);
        Budget month = metrics.budget(objective, MONTH_HOURS, now);
        double fast = metrics.budget(objective, 1, now).burnRate();
        double slow = metrics.budget(objective, 6, now).burnRate();
        boolean quick = latest <= p95;
        boolean left = month.leftPercent() > 0;
        String latency = hours.isEmpty() ? "?      P95 not known: no request in the last day\n" : String.format(Locale.ROOT,
                "%s P95 %.0f ms in the last hour with requests (objective %.0f), worst hour of the day %.0f ms%n", mark(quick), latest,
                p95, worst);
        String text = String.format(Locale.ROOT, """
                %s in %s (%s)
                %s%s error budget: %.1f %% left of 30 days (%.0f of %.0f requests failed, objective %s %%)
                %s burn rate: %.1f in the last hour, %.1f in the last six%s
                """, service, where().region(), where().environment(), latency, mark(left), month.leftPercent(),
                month.failures(), month.requests(), objective, mark(fast < FAST && slow < SLOW), fast, slow,
                fast >= FAST || slow >= SLOW ? ": docs/runbooks/mesh-route-rollback.md" : "");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("service", service).put("environment", where().environment()).put("region", where().region())
                .put("p95Millis", hours.isEmpty() ? null : (Double) latest).put("worstP95Millis", hours.isEmpty() ? null : (Double) worst).put("p95ObjectiveMillis", p95).put("latencyMet", quick)
                .put("objectivePercent", objective).put("requests", month.requests()).put("failures", month.failures())
                .put("budgetLeftPercent", month.leftPercent()).put("burnRate1h", fast).put("burnRate6h", slow)
                .put("met", quick && left);
        print(text, json.toPrettyString() + "\n");
        return quick && left ? 0 : REFUSED;
    }

    private static String mark(boolean good) {
        return good ? "ok    " : "missed";
    }
}
