package dev.tandem.mesh.identity.issue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * The age of the oldest identity as CloudWatch reads it out of a log (embedded metric format): one metric for all services,
 * since each costs. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
public final class AgeMetric {

    /** CloudWatch namespace. */
    public static final String NAMESPACE = "Tandem/Mesh";
    /** Name of the metric, seconds. */
    public static final String NAME = "IdentityAge";
    /** Its one dimension. */
    public static final String DIMENSION = "Environment";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AgeMetric() {}

    /** One line of JSON. */
    public static String line(String environment, Duration age, Instant now) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode metric = JSON.createObjectNode().put("Namespace", NAMESPACE);
        metric.putArray("Dimensions").addArray().add(DIMENSION);
        metric.putArray("Metrics").addObject().put("Name", NAME).put("Unit", "Seconds");
        root.putObject("_aws").put("Timestamp", now.toEpochMilli()).putArray("CloudWatchMetrics").add(metric);
        return root.put(DIMENSION, environment).put(NAME, age.toSeconds()).toString();
    }
}
