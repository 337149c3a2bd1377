package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;

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
            password("docdb/elasticCluster:ElasticCluster", "adminUserPassword"),
            password("timestreaminfluxdb/dbInstance:DbInstance", "password"),
            password("timestreaminfluxdb/dbCluster:DbCluster", "password"),
            password("elasticache/user:User", "passwords", "authenticationMode[0].passwords"),
            password("memorydb/user:User", "authenticationMode[0].passwords"),
            password("fsx/ontapStorageVirtualMachine:OntapStorageVirtualMachine", "svmAdminPassword"),
            password("fsx/windowsFileSystem:WindowsFileSystem", "selfManagedActiveDirectory[0].password"),
            password("storagegateway/gateway:Gateway", "smbGuestPassword"),
            password("storagegateway/gateway:Gateway", "smbActiveDirectorySettings[0].password"),
            password("directoryservice/trust:Trust", "trustPassword"),
            password("appstream/directoryConfig:DirectoryConfig", "serviceAccountCredentials[0].accountPassword"),
            password("ec2/vpnConnection:VpnConnection", "tunnel1PresharedKey"),
            password("ec2/vpnConnection:VpnConnection", "tunnel2PresharedKey"),
            password("codebuild/sourceCredential:SourceCredential", "token")
                    .when("authType", "(?!CODECONNECTIONS$|SECRETS_MANAGER$).*"),
            password("glue/connection:Connection", "connectionProperties.PASSWORD"),
            password("cognito/user:User", "password", "temporaryPassword"),
            password("cognito/identityProvider:IdentityProvider", "providerDetails.client_secret"),
            password("lb/listener:Listener", "authenticateOidc[0].clientSecret").inEach("defaultActions"),
            password("lb/listenerRule:ListenerRule", "authenticateOidc[0].clientSecret").inEach("actions"),
            password("secretsmanager/secretVersion:SecretVersion", "secretString"));

    private PasswordsByReference() {}

    private static Demand password(String type, String... paths) {
        return of("aws:" + type, "whoever reads the program or its state has the password",
                "a secret (config --secret, Output.ofSecret, a RandomPassword), or a password that the service keeps itself",
                p -> hidden(p) || p.items().stream().allMatch(PasswordsByReference::hidden), paths);
    }

    private static boolean hidden(Property p) {
        boolean list = p.value().orElse(null) instanceof Value.Items;
        return p.isUnknown() || p.isSecret()
                || !list && (p.stringOr("").isBlank() || p.stringOr("").startsWith("{{resolve:"));
    }
}
