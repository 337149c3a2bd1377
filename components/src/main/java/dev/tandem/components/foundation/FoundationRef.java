package dev.tandem.components.foundation;

import com.pulumi.core.Output;
import dev.tandem.components.network.Egress;
import java.util.List;
import java.util.Map;

/**
 * What a regional foundation offers to whatever is built on it: identifiers, nothing that can be changed.
 *
 * <p>Plain fields are known while the program runs; {@code Output} fields may be unknown during a preview. The
 * record is immutable and safe to share between threads.
 *
 * @param region                  AWS region, for example {@code eu-central-1}
 * @param project                 first part of physical names, for example {@code tandem}
 * @param environment             environment name, for example {@code prod}; part of resource names and SPIFFE ids
 * @param accountId               AWS account, twelve digits
 * @param permissionsBoundaryArn  policy that every role must carry as its permissions boundary
 * @param vpcCidr                 IPv4 range of the VPC in CIDR notation
 * @param vpcId                   id of the VPC
 * @param publicSubnetIds         one subnet per availability zone, for the load balancer only
 * @param privateSubnetIds        one subnet per availability zone, for tasks; in the same order of zones
 * @param privateRouteTableIds    route tables of the private subnets; peering adds its route to each
 * @param clusterArn              ECS cluster with FARGATE and FARGATE_SPOT
 * @param clusterName             its name, as CloudWatch dimensions and scalable targets want it
 * @param namespaceId             Cloud Map private DNS namespace {@code svc.local}
 * @param namespaceArn            its ARN
 * @param albArn                  the region's only application load balancer
 * @param albArnSuffix            {@code app/name/hash}, the CloudWatch dimension {@code LoadBalancer}
 * @param albDnsName              its public DNS name
 * @param albZoneId               hosted zone of that name, for alias records
 * @param albSecurityGroupId      its security group: the only source from which edge listeners take traffic
 * @param httpsListenerArn        TLS listener on port 443; a service adds a path rule to it
 * @param endpointsSecurityGroupId security group of the interface endpoints; tasks need egress 443 to it; an empty
 *                                text where the network has none
 * @param s3PrefixListId          AWS-managed prefix list of S3; tasks need egress 443 to it to pull images
 * @param dynamodbPrefixListId    AWS-managed prefix list of DynamoDB
 * @param kmsKeyArn               the region's customer key for data (ECR, SQS, DynamoDB, secrets, parameters)
 * @param logsKmsKeyArn           the key of log groups; may be the same key
 * @param alarmTopicArn           encrypted SNS topic for alarms
 * @param repositoryUrls          ECR repository URL by service name
 * @param egress                  how private subnets reach AWS
 * @param metricsNamespace        CloudWatch namespace of the collectors' metrics
 * @param knownAlarmTopicArn          ARN of the same topic, known while the program runs, for policies
 */
public record FoundationRef(
        String region,
        String project,
        String environment,
        String accountId,
        String permissionsBoundaryArn,
        String vpcCidr,
        Output<String> vpcId,
        List<Output<String>> publicSubnetIds,
        List<Output<String>> privateSubnetIds,
        List<Output<String>> privateRouteTableIds,
        Output<String> clusterArn,
        Output<String> clusterName,
        Output<String> namespaceId,
        Output<String> namespaceArn,
        Output<String> albArn,
        Output<String> albArnSuffix,
        Output<String> albDnsName,
        Output<String> albZoneId,
        Output<String> albSecurityGroupId,
        Output<String> httpsListenerArn,
        Output<String> endpointsSecurityGroupId,
        Output<String> s3PrefixListId,
        Output<String> dynamodbPrefixListId,
        Output<String> kmsKeyArn,
        Output<String> logsKmsKeyArn,
        Output<String> alarmTopicArn,
        Map<String, Output<String>> repositoryUrls,
        Egress egress,
        String metricsNamespace,
        String knownAlarmTopicArn) {

    /** Copies the collections, so that the record stays as it was made. */
    public FoundationRef {
        publicSubnetIds = List.copyOf(publicSubnetIds);
        privateSubnetIds = List.copyOf(privateSubnetIds);
        privateRouteTableIds = List.copyOf(privateRouteTableIds);
        repositoryUrls = Map.copyOf(repositoryUrls);
    }

    /**
     * The repository of a service.
     *
     * @param service name under which the foundation was told to make a repository
     * @return its URL without tag
     * @throws IllegalArgumentException when the foundation has none of that name; the message lists those it has
     */
    public Output<String> repositoryUrl(String service) {
        Output<String> url = repositoryUrls.get(service);
        if (url == null) {
            throw new IllegalArgumentException("no ECR repository for service \"" + service + "\": the foundation of "
                    + region + " has " + repositoryUrls.keySet().stream().sorted().toList()
                    + "; add the service to the foundation's services");
        }
        return url;
    }
}
