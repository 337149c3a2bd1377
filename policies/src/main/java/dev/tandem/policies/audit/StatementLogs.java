package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which statements were run, and by whom, is written down and exported: the audit log of MySQL, DocumentDB and Neptune, the log of
 * PostgreSQL and Redshift. Databases that export nothing at all are left to {@code database-logs}.
 */
public final class StatementLogs {

    private static final String WRONG = "who ran which statement leaves no trace";
    private static final String PARAMETERS = "parameters";
    private static final String[] EXPORTS = {"enabledCloudwatchLogsExports", "enableCloudwatchLogsExports"};

    /** The rule. */
    public static final Demands RULE = Demands.of(
            exports("aws:rds/cluster:Cluster", "audit").when("engine", "aurora-mysql|aurora|mysql"),
            exports("aws:rds/instance:Instance", "audit").when("engine", "mysql|mariadb|oracle-.*"),
            exports("aws:rds/cluster:Cluster", "postgresql").when("engine", "aurora-postgresql|postgres"),
            exports("aws:rds/instance:Instance", "postgresql").when("engine", "postgres"),
            exports("aws:docdb/cluster:Cluster", "audit"),
            exports("aws:neptune/cluster:Cluster", "audit"),
            of("aws:redshiftserverless/namespace:Namespace", WRONG, "a list with useractivitylog",
                    p -> p.strings().contains("useractivitylog"), "logExports"),
            parameter("aws:redshift/parameterGroup:ParameterGroup", "enable_user_activity_logging", "(?i)true|1|on"),
            parameter("aws:neptune/clusterParameterGroup:ClusterParameterGroup", "neptune_enable_audit_log", "(?i)1|true|on"),
            postgres("aws:rds/parameterGroup:ParameterGroup"),
            postgres("aws:rds/clusterParameterGroup:ClusterParameterGroup"),
            parameter("aws:rds/clusterParameterGroup:ClusterParameterGroup", "server_audit_logging", "(?i)1|on|true")
                    .when("family", "aurora-mysql.*"));

    private StatementLogs() {}

    private static Demand exports(String type, String log) {
        return of(type, WRONG, "a list with " + log, p -> p.strings().contains(log), EXPORTS)
                .onlyIf(p -> !p.at(EXPORTS[0]).items().isEmpty() || !p.at(EXPORTS[1]).items().isEmpty());
    }

    private static Demand parameter(String type, String name, String regex) {
        return of(type, WRONG, "a parameter " + name, p -> value(p, name).filter(v -> v.stringOr("").matches(regex)).isPresent(),
                PARAMETERS);
    }

    /** Either which statements are logged, or from how many milliseconds on, or pgaudit. */
    private static Demand postgres(String type) {
        Predicate<Property> logs = p -> value(p, "log_statement").filter(v -> v.stringOr("none").matches("(?i)ddl|mod|all")).isPresent()
                || value(p, "log_min_duration_statement").filter(v -> v.integerOr(-1) >= 0).isPresent()
                || value(p, "shared_preload_libraries").filter(v -> v.stringOr("").contains("pgaudit")).isPresent();
        return of(type, WRONG, "log_statement ddl, mod or all, log_min_duration_statement, or pgaudit", logs, PARAMETERS)
                .when("family", "(aurora-)?postgres.*");
    }

    private static Optional<Property> value(Property parameters, String name) {
        for (Property parameter : parameters.items()) {
            String called = parameter.at("name").stringOr(parameter.at("parameterName").stringOr(""));
            if (called.toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(parameter.at("value").isMissing() ? parameter.at("parameterValue") : parameter.at("value"));
            }
        }
        return Optional.empty();
    }
}
