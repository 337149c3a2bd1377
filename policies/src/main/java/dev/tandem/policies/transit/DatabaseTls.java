package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.off;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import java.util.Optional;

/**
 * Databases refuse connections without TLS. What a parameter group says is one rule, what it leaves out another: only
 * PostgreSQL from 15 on, DocumentDB and Neptune force TLS by themselves. Source: "Using SSL/TLS to encrypt a connection
 * to a DB instance", https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html.
 */
public final class DatabaseTls {

    private static final String PARAMETERS = "parameters";
    private static final String PLAIN = "the database takes connections in plain text";
    private static final String ON = "(?i)1|on|true|enabled|tls1\\.[23]\\+|fips-140-3";
    private static final String FORCING = "a value that forces TLS";
    private static final String SWITCHES = "rds\\.force_ssl|require_secure_transport|require_ssl|tls|neptune_enforce_ssl";

    /** Nothing switches TLS off. */
    public static final Demands NOT_OFF = Demands.of(
            switchedOff("aws:rds/parameterGroup:ParameterGroup"),
            switchedOff("aws:rds/clusterParameterGroup:ClusterParameterGroup"),
            switchedOff("aws:docdb/clusterParameterGroup:ClusterParameterGroup"),
            switchedOff("aws:neptune/clusterParameterGroup:ClusterParameterGroup"),
            switchedOff("aws:redshift/parameterGroup:ParameterGroup"),
            matching("aws:redshiftserverless/workgroup:Workgroup", PLAIN, ON, FORCING, "parameterValue")
                    .inEach("configParameters").when("parameterKey", "require_ssl"),
            on("aws:glue/connection:Connection", PLAIN, "connectionProperties.JDBC_ENFORCE_SSL")
                    .when("connectionType", "|JDBC").whenSaid("connectionProperties"),
            notOff("aws:glue/connection:Connection", "records travel in plain text", "connectionProperties.KAFKA_SSL_ENABLED"),
            off("aws:quicksight/dataSource:DataSource", PLAIN, "sslProperties[0].disableSsl"),
            on("aws:rds/proxy:Proxy", "the proxy takes connections in plain text", "requireTls"),
            matching("aws:dms/endpoint:Endpoint", PLAIN, "require|verify-ca|verify-full", "require, verify-ca or verify-full",
                    "sslMode").when("engineName", "(?!s3$|dynamodb$|kinesis$|kafka$|opensearch$|elasticsearch$|redis$|neptune$).*"),
            matching("aws:dms/endpoint:Endpoint", PLAIN, "|ssl-encryption", "ssl-encryption", "redisSettings[0].sslSecurityProtocol")
                    .when("engineName", "redis"),
            matching("aws:dms/endpoint:Endpoint", "records travel in plain text", "ssl-.*|sasl-ssl", "ssl-encryption",
                    "kafkaSettings[0].securityProtocol").when("engineName", "kafka"));

    /** Engines that do not force TLS by themselves are told to. */
    public static final Demands FORCED = Demands.of(
            left("aws:redshift/parameterGroup:ParameterGroup", ".*", "require_ssl"),
            left("aws:rds/parameterGroup:ParameterGroup", "postgres(9.*|1[0-4])|sqlserver.*", "rds.force_ssl"),
            left("aws:rds/parameterGroup:ParameterGroup", "mysql.*|mariadb.*", "require_secure_transport"),
            left("aws:rds/clusterParameterGroup:ClusterParameterGroup", "aurora-postgresql(9.*|1[0-6])", "rds.force_ssl"),
            left("aws:rds/clusterParameterGroup:ClusterParameterGroup", "aurora-mysql.*", "require_secure_transport"));

    private DatabaseTls() {}

    private static Demand switchedOff(String type) {
        return matching(type, PLAIN, ON, FORCING, "value").inEach(PARAMETERS).when("name", SWITCHES);
    }

    private static Demand left(String type, String families, String parameter) {
        return of(type, PLAIN + " unless " + parameter + " forces TLS", "a parameter " + parameter,
                p -> named(p, parameter).isPresent(), PARAMETERS).when("family", families);
    }

    private static Optional<Property> named(Property parameters, String name) {
        return parameters.items().stream().filter(p -> p.at("name").is(name)).findFirst();
    }
}
