package dev.tandem.policies.audit;

import dev.tandem.policies.encryption.Databases;
import dev.tandem.policies.types.Demand;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;

/** Databases hand their logs to CloudWatch, where nobody on the database can change them. */
public final class DatabaseLogs implements ResourceCheck {

    private static final String WRONG = "who did what in the database stays in the database";

    private static final List<Demand> DEMANDS = List.of(
            some("rds/instance:Instance", "enabledCloudwatchLogsExports,enableCloudwatchLogsExports"),
            some("rds/cluster:Cluster", "enabledCloudwatchLogsExports,enableCloudwatchLogsExports"),
            some("docdb/cluster:Cluster", "enabledCloudwatchLogsExports,enableCloudwatchLogsExports"),
            some("neptune/cluster:Cluster", "enableCloudwatchLogsExports"),
            Demand.of("aws:docdb/clusterParameterGroup:ClusterParameterGroup", "parameters", DatabaseLogs::audits, WRONG,
                    "the parameter audit_logs with the value enabled"));

    /** Types that the rule looks at. */
    public static final String[] TYPES = Demand.types(DEMANDS);

    @Override
    public void check(ResourceContext context) {
        Demand.check(context, DEMANDS);
    }

    private static Demand some(String type, String path) {
        return Demand.of("aws:" + type, path, p -> p.isUnknown() || !p.items().isEmpty(), WRONG,
                "the engine's audit, error or general log");
    }

    private static boolean audits(Property parameters) {
        for (Property parameter : parameters.items()) {
            if (parameter.at("name").is("audit_logs")) {
                String value = parameter.at("value").stringOr("disabled").toLowerCase(Locale.ROOT);
                return !value.equals("disabled") && !value.equals("none");
            }
        }
        return false;
    }
}
