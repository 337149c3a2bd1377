package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Passwords of databases, brokers and directories are no plain text in a program: a secret, or one that the service keeps itself. */
public final class PasswordsByReference {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            password("rds/instance:Instance", "password", "masterUserPassword"),
            password("rds/cluster:Cluster", "masterPassword", "masterUserPassword"),
            password("docdb/cluster:Cluster", "masterPassword", "masterUserPassword"),
            password("redshift/cluster:Cluster", "masterPassword", "masterUserPassword"),
            password("redshiftserverless/namespace:Namespace", "adminUserPassword"),
            password("lightsail/database:Database", "masterPassword", "masterUserPassword"),
            password("elasticache/replicationGroup:ReplicationGroup", "authToken"),
            password("opensearch/domain:Domain", "advancedSecurityOptions[0].masterUserOptions[0].masterUserPassword"),
            password("elasticsearch/domain:Domain", "advancedSecurityOptions[0].masterUserOptions[0].masterUserPassword"),
            password("dms/endpoint:Endpoint", "password"),
            password("mq/broker:Broker", "password").inEach("users"),
            password("directoryservice/directory:Directory", "password"),
            password("fsx/ontapFileSystem:OntapFileSystem", "fsxAdminPassword"),
            password("emr/cluster:Cluster", "kerberosAttributes[0].kdcAdminPassword"),
            password("datasync/locationSmb:LocationSmb", "password"),
            password("datasync/locationObjectStorage:LocationObjectStorage", "secretKey"),
            password("amplify/app:App", "basicAuthCredentials"),
            password("secretsmanager/secretVersion:SecretVersion", "secretString"));

    private PasswordsByReference() {}

    private static Demand password(String type, String... paths) {
        return of("aws:" + type, "whoever reads the program or its state has the password",
                "a secret (config --secret, Output.ofSecret, a RandomPassword), or a password that the service keeps itself",
                p -> p.isUnknown() || p.isSecret() || p.stringOr("").isBlank() || p.stringOr("").startsWith("{{resolve:"), paths);
    }
}
