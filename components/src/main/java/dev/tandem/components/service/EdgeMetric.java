package dev.tandem.components.service;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.core.Output;
import dev.tandem.components.foundation.FoundationRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a service's metrics behind the load balancer are read from: its target group, or both where ECS moves requests between
 * two. Which of the two has them changes with every deployment, so that one alone would say nothing half of the time.
 *
 * @param side       {@code blue} or {@code green}, an identifier in expressions
 * @param dimensions of the load balancer's metrics
 */
record EdgeMetric(String side, Output<Map<String, String>> dimensions) {

    static final String NAMESPACE = "AWS/ApplicationELB";

    static List<EdgeMetric> of(FoundationRef foundation, ServiceEdge edge) {
        List<EdgeMetric> all = new ArrayList<>(List.of(of("blue", foundation, edge.targetGroup())));
        edge.green().ifPresent(green -> all.add(of("green", foundation, green)));
        return all;
    }

    private static EdgeMetric of(String side, FoundationRef foundation, TargetGroup group) {
        return new EdgeMetric(side, Output.tuple(foundation.albArnSuffix(), group.arnSuffix())
                .applyValue(pair -> Map.of("LoadBalancer", pair.t1, "TargetGroup", pair.t2)));
    }

    /** The sum over both, where one that has none counts as none: a metric that is missing would make all missing. */
    static String sum() {
        return "FILL(blue, 0) + FILL(green, 0)";
    }

    /** The worse of both, where one without requests is not the worse. */
    static String worst() {
        return "MAX([FILL(blue, 0), FILL(green, 0)])";
    }
}
