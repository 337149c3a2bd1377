package dev.tandem.components.dashboards;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A region's dashboard: RED of each service (requests, errors, duration), USE of its tasks (utilisation, saturation, errors),
 * calls through the mesh, and what costs by the hour. It searches for metrics by names that are known in a plan, so that its
 * body is too.
 *
 * @param name physical name; dashboards are global in an account, so it names the region
 * @param body its widgets as CloudWatch takes them (JSON)
 */
public record DashboardPlan(String name, String body) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int WIDTH = 8;
    private static final int HEIGHT = 6;
    private static final int MINUTE = 60;
    private static final int FIVE_MINUTES = 300;

    /** Of Envoy's access log: 1 for a status of 500 to 599, else 0; only arithmetic, since sums of truth values are not documented. */
    private static final String RED = "filter kind = \"access\" | stats count(*) as requests, sum(floor(status / 500)) as errors,"
            + " pct(millis, 50) as p50ms, pct(millis, 95) as p95ms, pct(millis, 99) as p99ms by listener, route, cluster, version"
            + " | sort requests desc | limit 50";

    /** Of the agent's line of metrics. */
    private static final String TLS = "filter kind = \"metrics\" | stats sum(Handshakes) as handshakes,"
            + " sum(HandshakeFailures) as failures, sum(Denied) as denied, sum(Ejections) as ejections by bin(5m)";

    /** Of the same lines, each task's stream: utilisation, saturation and errors, which metrics would have for the service only. */
    private static final String USE = "filter kind = \"metrics\" | stats max(TaskCpuPercent) as cpuPercent,"
            + " max(TaskMemoryPercent) as memoryPercent, max(TaskThrottledPercent) as throttledPercent, sum(Requests) as requests,"
            + " sum(Errors) as errors, sum(CallErrors) as callErrors by @logStream as task | sort cpuPercent desc | limit 50";

    /**
     * Plans a dashboard. Pure.
     *
     * @param project     first part of physical names
     * @param environment second part of them
     * @param region      AWS region
     * @param services    service names
     * @param namespace   namespace of the collectors' metrics
     */
    public static DashboardPlan of(
            String project, String environment, String region, List<String> services, String namespace) {
        String prefix = project + "-" + environment;
        List<Map<String, Object>> widgets = new ArrayList<>();
        int row = 0;
        for (String service : new TreeSet<>(services)) {
            String group = "targetgroup/" + environment + "-" + service + "-stable";
            widgets.add(widget(0, row, region, service + ": requests and errors", List.of(
                    search(group, "RequestCount", "Sum"), search(group, "HTTPCode_Target_5XX_Count", "Sum"),
                    search(group, "HTTPCode_Target_4XX_Count", "Sum"))));
            widgets.add(widget(WIDTH, row, region, service + ": duration, P95 and P99", List.of(
                    search(group, "TargetResponseTime", "p95"), search(group, "TargetResponseTime", "p99"))));
            widgets.add(widget(2 * WIDTH, row, region, service + ": CPU, memory, healthy tasks", List.of(
                    tasks(prefix, service, "CPUUtilization", "Average"), tasks(prefix, service, "MemoryUtilization", "Maximum"),
                    search(group, "HealthyHostCount", "Minimum"))));
            row += HEIGHT;
            String logGroup = "/" + project + "/" + environment + "/" + service;
            widgets.add(logs(0, row, 2 * WIDTH, region, service + ": RED by listener, route and version of the mesh", "table",
                    logGroup, RED));
            widgets.add(logs(2 * WIDTH, row, WIDTH, region, service + ": handshakes, refused, ejected", "timeSeries",
                    logGroup, TLS));
            row += HEIGHT;
            widgets.add(logs(0, row, 3 * WIDTH, region, service + ": each task, USE", "table", logGroup, USE));
            row += HEIGHT;
        }
        widgets.add(widget(0, row, region, "Mesh: calls and failures", List.of(
                mesh(namespace, "http.client.request.duration", "SampleCount"), mesh(namespace, "http.server.request.failures", "Sum"))));
        widgets.add(widget(WIDTH, row, region, "Mesh: duration of calls, P95", List.of(
                mesh(namespace, "http.client.request.duration", "p95"), mesh(namespace, "http.server.active_requests", "Maximum"))));
        widgets.add(widget(2 * WIDTH, row, region, "Mesh: calls to the other region, P95 (objective 200 ms)", List.of(
                peer("CrossRegionMillis", "p95"))));
        row += HEIGHT;
        widgets.add(widget(0, row, region, "Mesh: refused callers and ejected members", List.of(
                agents("Refused", "Sum"), agents("Ejections", "Sum"))));
        widgets.add(widget(WIDTH, row, region, "Mesh: age of identities, routes, members in percent of the limit", List.of(
                agents("StalenessPercent", "Maximum"))));
        widgets.add(widget(2 * WIDTH, row, region, "Cost by the hour: running vCPUs of Fargate", List.of(
                usage("OnDemand"), usage("Spot"))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("widgets", widgets);
        return new DashboardPlan(prefix + "-" + region, GSON.toJson(body));
    }

    private static Map<String, Object> widget(int x, int y, String region, String title, List<String> expressions) {
        List<List<Map<String, Object>>> metrics = new ArrayList<>();
        for (String expression : expressions) {
            Map<String, Object> metric = new LinkedHashMap<>();
            metric.put("expression", expression);
            metric.put("id", "e" + metrics.size());
            metrics.add(List.of(metric));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", title);
        properties.put("region", region);
        properties.put("view", "timeSeries");
        properties.put("period", MINUTE);
        properties.put("metrics", metrics);
        return placed("metric", x, y, WIDTH, properties);
    }

    private static Map<String, Object> placed(String type, int x, int y, int width, Map<String, Object> properties) {
        Map<String, Object> widget = new LinkedHashMap<>();
        widget.put("type", type);
        widget.put("x", x);
        widget.put("y", y);
        widget.put("width", width);
        widget.put("height", HEIGHT);
        widget.put("properties", properties);
        return widget;
    }

    private static String search(String targetGroup, String metric, String statistic) {
        return "SEARCH('{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName=\"" + metric + "\" TargetGroup=\"" + targetGroup
                + "\"', '" + statistic + "', " + MINUTE + ")";
    }

    private static String tasks(String cluster, String service, String metric, String statistic) {
        return "SEARCH('{AWS/ECS,ClusterName,ServiceName} MetricName=\"" + metric + "\" ClusterName=\"" + cluster
                + "\" ServiceName=\"" + service + "-stable\"', '" + statistic + "', " + MINUTE + ")";
    }

    private static String agents(String metric, String statistic) {
        return "SEARCH('{Tandem/Mesh,environment} MetricName=\"" + metric + "\"', '" + statistic + "', " + FIVE_MINUTES + ")";
    }

    private static String peer(String metric, String statistic) {
        return "SEARCH('{Tandem/Mesh,environment,peer} MetricName=\"" + metric + "\"', '" + statistic + "', " + FIVE_MINUTES + ")";
    }

    /** Queries of Logs Insights cost only when somebody looks; a metric for each route and version would be 0.30 USD a month. */
    private static Map<String, Object> logs(
            int x, int y, int width, String region, String title, String view, String group, String query) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", title);
        properties.put("region", region);
        properties.put("view", view);
        properties.put("query", "SOURCE '" + group + "' | " + query);
        return placed("log", x, y, width, properties);
    }

    private static String mesh(String namespace, String metric, String statistic) {
        return "SEARCH('{" + namespace + ",service.name} MetricName=\"" + metric + "\"', '" + statistic + "', " + MINUTE + ")";
    }

    /** Billing lags by hours; what runs is known within minutes. */
    private static String usage(String capacity) {
        return "SEARCH('{AWS/Usage,Class,Resource,Service,Type} MetricName=\"ResourceCount\" Service=\"Fargate\" Resource=\"vCPU\""
                + " Class=\"Standard/" + capacity + "\"', 'Maximum', " + FIVE_MINUTES + ")";
    }
}
