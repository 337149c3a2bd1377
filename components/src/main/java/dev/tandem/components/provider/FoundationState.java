package dev.tandem.components.provider;

import dev.tandem.components.foundation.FoundationChoices;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.network.Egress;

/** A foundation's reference on the wire, there and back. */
final class FoundationState {

    /** The output that has all the others. */
    static final String ALL = "ref";

    private FoundationState() {}

    /** As outputs, each by itself and all in {@code ref}. */
    static State of(FoundationRef ref) {
        return new State()
                .text("region", ref.region())
                .text("project", ref.project())
                .text("environment", ref.environment())
                .text("accountId", ref.accountId())
                .text("permissionsBoundaryArn", ref.permissionsBoundaryArn())
                .text("vpcCidr", ref.vpcCidr())
                .output("vpcId", ref.vpcId())
                .outputs("publicSubnetIds", ref.publicSubnetIds())
                .outputs("privateSubnetIds", ref.privateSubnetIds())
                .outputs("privateRouteTableIds", ref.privateRouteTableIds())
                .output("clusterArn", ref.clusterArn())
                .output("clusterName", ref.clusterName())
                .output("namespaceId", ref.namespaceId())
                .output("namespaceArn", ref.namespaceArn())
                .output("albArn", ref.albArn())
                .output("albArnSuffix", ref.albArnSuffix())
                .output("albDnsName", ref.albDnsName())
                .output("albZoneId", ref.albZoneId())
                .output("albSecurityGroupId", ref.albSecurityGroupId())
                .output("httpsListenerArn", ref.httpsListenerArn())
                .output("endpointsSecurityGroupId", ref.endpointsSecurityGroupId())
                .output("s3PrefixListId", ref.s3PrefixListId())
                .output("dynamodbPrefixListId", ref.dynamodbPrefixListId())
                .output("kmsKeyArn", ref.kmsKeyArn())
                .output("logsKmsKeyArn", ref.logsKmsKeyArn())
                .output("alarmTopicArn", ref.alarmTopicArn())
                .outputMap("repositoryUrls", ref.repositoryUrls())
                .text("egress", ref.egress().text())
                .text("metricsNamespace", ref.metricsNamespace())
                .text("knownAlarmTopicArn", ref.knownAlarmTopicArn())
                .andAllAs(ALL);
    }

    /** From the object that a consumer gave. */
    static FoundationRef read(Inputs in) {
        return new FoundationRef(
                in.text("region"), in.text("project"), in.text("environment"), in.text("accountId"),
                in.text("permissionsBoundaryArn"), in.text("vpcCidr"), in.output("vpcId"), in.outputs("publicSubnetIds"),
                in.outputs("privateSubnetIds"), in.outputs("privateRouteTableIds"), in.output("clusterArn"),
                in.output("clusterName"), in.output("namespaceId"), in.output("namespaceArn"), in.output("albArn"),
                in.output("albArnSuffix"), in.output("albDnsName"), in.output("albZoneId"), in.output("albSecurityGroupId"),
                in.output("httpsListenerArn"), in.output("endpointsSecurityGroupId"), in.output("s3PrefixListId"),
                in.output("dynamodbPrefixListId"), in.output("kmsKeyArn"), in.output("logsKmsKeyArn"),
                in.output("alarmTopicArn"), in.outputMap("repositoryUrls"), in.has("egress") ? Egress.of(in.text("egress")) : Egress.ENDPOINTS,
                in.has("metricsNamespace") ? in.text("metricsNamespace") : FoundationChoices.NAMESPACE,
                in.has("knownAlarmTopicArn") ? in.text("knownAlarmTopicArn") : "arn:aws:sns:" + in.text("region") + ":"
                        + in.text("accountId") + ":" + in.text("project") + "-" + in.text("environment") + "-alarms");
    }
}
