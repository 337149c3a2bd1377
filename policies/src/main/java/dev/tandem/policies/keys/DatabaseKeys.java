package dev.tandem.policies.keys;

import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.ownKey;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;

/** Databases, caches, indices and what moves them are under a key of the account, which it can withdraw. */
public final class DatabaseKeys {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            ownKey("aws:rds/instance:Instance", "the database is under AWS' own key", "kmsKeyId")
                    .unlessSaid("replicateSourceDb", "dbClusterIdentifier"),
            ownKey("aws:rds/instance:Instance", "performance insights are under AWS' own key",
                    "performanceInsightsKmsKeyId")
                    .onlyIf(p -> p.at("performanceInsightsEnabled").boolOr(false)),
            ownKey("aws:rds/clusterInstance:ClusterInstance", "performance insights are under AWS' own key",
                    "performanceInsightsKmsKeyId")
                    .onlyIf(p -> p.at("performanceInsightsEnabled").boolOr(false)),
            ownKey("aws:rds/cluster:Cluster", "the database is under AWS' own key", "kmsKeyId"),
            ownKey("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "backups are under AWS' own key",
                    "kmsKeyId"),
            ownKey("aws:rds/snapshotCopy:SnapshotCopy", "the copy is under AWS' own key", "kmsKeyId"),
            ownKey("aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", "the copy is under AWS' own key", "kmsKeyId"),
            ownKey("aws:neptunegraph/graph:Graph", "the graph is under AWS' own key", "kmsKeyIdentifier"),
            ownKey("aws:dms/replicationConfig:ReplicationConfig", "data on its way is under AWS' own key",
                    "computeConfig[0].kmsKeyId"),
            ownKey("aws:docdb/clusterInstance:ClusterInstance", "performance insights are under AWS' own key",
                    "performanceInsightsKmsKeyId")
                    .onlyIf(p -> p.at("enablePerformanceInsights").boolOr(false)),
            ownKey("aws:rds/clusterActivityStream:ClusterActivityStream", "who did what is under AWS' own key", "kmsKeyId"),
            ownKey("aws:docdb/cluster:Cluster", "the database is under AWS' own key", "kmsKeyId"),
            ownKey("aws:docdb/elasticCluster:ElasticCluster", "the database is under AWS' own key", "kmsKeyId"),
            ownKey("aws:neptune/cluster:Cluster", "the database is under AWS' own key", "kmsKeyArn", "kmsKeyId"),
            ownKey("aws:redshift/cluster:Cluster", "the warehouse is under AWS' own key", "kmsKeyId"),
            ownKey("aws:redshift/snapshotCopyGrant:SnapshotCopyGrant", "copies are under AWS' own key", "kmsKeyId"),
            ownKey("aws:redshiftserverless/namespace:Namespace", "the warehouse is under AWS' own key", "kmsKeyId"),
            ownKey("aws:dynamodb/table:Table", "the table is under AWS' own key",
                    "serverSideEncryption[0].kmsKeyArn", "sseSpecification.kmsMasterKeyId"),
            ownKey("aws:dynamodb/table:Table", "a replica is under AWS' own key", "kmsKeyArn")
                    .inEach("replicas"),
            ownKey("aws:dynamodb/tableReplica:TableReplica", "the replica is under AWS' own key", "kmsKeyArn"),
            ownKey("aws:elasticache/replicationGroup:ReplicationGroup", "the cache is under AWS' own key", "kmsKeyId"),
            ownKey("aws:elasticache/serverlessCache:ServerlessCache", "the cache is under AWS' own key", "kmsKeyId"),
            ownKey("aws:memorydb/cluster:Cluster", "the database is under AWS' own key", "kmsKeyArn", "kmsKeyId"),
            ownKey("aws:memorydb/snapshot:Snapshot", "the snapshot is under AWS' own key", "kmsKeyArn"),
            ownKey("aws:keyspaces/table:Table", "the table is under AWS' own key",
                    "encryptionSpecification[0].kmsKeyIdentifier"),
            ownKey("aws:timestreamwrite/database:Database", "the database is under AWS' own key", "kmsKeyId"),
            ownKey("aws:opensearch/domain:Domain", "indices are under AWS' own key",
                    "encryptAtRest[0].kmsKeyId", "encryptionAtRestOptions.kmsKeyId"),
            ownKey("aws:elasticsearch/domain:Domain", "indices are under AWS' own key",
                    "encryptAtRest[0].kmsKeyId", "encryptionAtRestOptions.kmsKeyId"),
            ownKey("aws:dms/replicationInstance:ReplicationInstance", "data on its way is under AWS' own key",
                    "kmsKeyArn", "kmsKeyId"),
            ownKey("aws:dms/endpoint:Endpoint", "the connection's settings are under AWS' own key",
                    "kmsKeyArn", "s3Settings[0].serverSideEncryptionKmsKeyId"),
            ownKey("aws:dms/s3Endpoint:S3Endpoint", "data is under AWS' own key",
                    "serverSideEncryptionKmsKeyId", "kmsKeyArn"),
            ownKey("aws:dsql/cluster:Cluster", "the database is under AWS' own key", "kmsEncryptionKey"),
            of("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "collections are under AWS' own key",
                    "KmsARN with the ARN of a customer key, and AWSOwnedKey false",
                    p -> !p.at("AWSOwnedKey").boolOr(false) && !First.nothing(p.at("KmsARN")), "policy|json")
                    .when("type", "encryption"),
            ownKey("aws:qldb/ledger:Ledger", "the ledger is under AWS' own key", "kmsKey"));

    private DatabaseKeys() {}
}
