package dev.tandem.components.failover;

import com.pulumi.aws.ecr.ReplicationConfiguration;
import com.pulumi.aws.ecr.ReplicationConfigurationArgs;
import com.pulumi.aws.ecr.inputs.ReplicationConfigurationReplicationConfigurationArgs;
import com.pulumi.aws.ecr.inputs.ReplicationConfigurationReplicationConfigurationRuleArgs;
import com.pulumi.aws.ecr.inputs.ReplicationConfigurationReplicationConfigurationRuleDestinationArgs;
import com.pulumi.aws.ecr.inputs.ReplicationConfigurationReplicationConfigurationRuleRepositoryFilterArgs;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Sends images pushed in the primary's registry to the secondary's. It is one setting per registry and region: a registry
 * that already has one needs it imported here, not a second one. It copies images only; each region declares its own
 * repositories with immutability, scanning, lifecycle and key.
 */
final class ImageReplication {

    private ImageReplication() {}

    static void create(String name, FailoverPlan.Images images, String accountId, CustomResourceOptions options) {
        var rule = ReplicationConfigurationReplicationConfigurationRuleArgs.builder()
                .destinations(ReplicationConfigurationReplicationConfigurationRuleDestinationArgs.builder()
                        .region(images.destination())
                        .registryId(accountId)
                        .build())
                .repositoryFilters(ReplicationConfigurationReplicationConfigurationRuleRepositoryFilterArgs.builder()
                        .filterType("PREFIX_MATCH")
                        .filter(images.prefix())
                        .build())
                .build();
        new ReplicationConfiguration(
                name + "-images",
                ReplicationConfigurationArgs.builder()
                        .replicationConfiguration(ReplicationConfigurationReplicationConfigurationArgs.builder()
                                .rules(rule)
                                .build())
                        .build(),
                options);
    }
}
