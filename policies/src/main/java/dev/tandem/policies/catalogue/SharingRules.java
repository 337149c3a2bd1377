package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.closed;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.exposure.ApiAsksWho;
import dev.tandem.policies.exposure.BucketOwnership;
import dev.tandem.policies.exposure.BucketWebsites;
import dev.tandem.policies.exposure.ClusterEndpoint;
import dev.tandem.policies.exposure.InstanceRole;
import dev.tandem.policies.exposure.MetadataHops;
import dev.tandem.policies.exposure.OriginAccess;
import dev.tandem.policies.exposure.ServiceNotPublic;
import dev.tandem.policies.exposure.PublicCopies;
import dev.tandem.policies.exposure.SharedCopies;
import dev.tandem.policies.exposure.Shares;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Managed services, copies and credentials of machines that others could reach. */
final class SharingRules {

    private SharingRules() {}

    static List<Rule> rules() {
        return List.of(
                closed(advice("service-not-public", Severity.HIGH))
                        .says("Managed services are inside a network, not on the internet")
                        .fix("Set the property that the message names, and put the service into private subnets.")
                        .fsbp("ES.2", "Opensearch.2", "SageMaker.1", "Transfer.2", "Redshift.7", "EC2.172")
                        .check(new ServiceNotPublic(), ServiceNotPublic.TYPES),
                closed(advice("eks-endpoint-private", Severity.HIGH))
                        .says("The API of a cluster is not on the internet")
                        .fix("Set endpointPublicAccess to false and endpointPrivateAccess to true.")
                        .fsbp("EKS.1")
                        .check(new ClusterEndpoint(), "aws:eks/cluster:Cluster"),
                closed(advice("api-authorization", Severity.HIGH))
                        .says("APIs ask who calls")
                        .fix("Set authorization to AWS_IAM, a user pool or an authorizer of your own.")
                        .fsbp("APIGateway.8")
                        .check(new ApiAsksWho(), ApiAsksWho.TYPES),
                closed(must("snapshot-not-public", Severity.CRITICAL))
                        .says("Snapshots, images and documents are not open to everybody")
                        .fix("Remove the permission; share with account numbers where sharing is needed.")
                        .fsbp("EC2.1", "RDS.1", "SSM.4")
                        .check(new PublicCopies(), PublicCopies.TYPES),
                closed(advice("snapshot-not-shared", Severity.MEDIUM))
                        .says("Copies of disks stay in the account")
                        .fix("Remove the permission; move data through a bucket or a backup copy under a shared key.")
                        .check(new SharedCopies(), SharedCopies.TYPES),
                closed(advice("shared-in-organisation", Severity.HIGH))
                        .says("What is shared stays in the organisation")
                        .fix("Share with the organisation or a unit of it; set allowExternalPrincipals to false, and name who may connect.")
                        .fsbp("ServiceCatalog.1")
                        .check(Shares.RULE),
                closed(advice("s3-no-website", Severity.MEDIUM))
                        .says("No bucket is a website of its own")
                        .fix("Serve the bucket through a CloudFront distribution with an OriginAccessControl.")
                        .check(BucketWebsites.RULE),
                closed(advice("s3-policies-decide", Severity.MEDIUM))
                        .says("Access lists are off, and access points closed")
                        .fix("Set objectOwnership to BucketOwnerEnforced, and leave the access point's switches on.")
                        .fsbp("S3.12", "S3.19")
                        .check(new BucketOwnership(), BucketOwnership.TYPES),
                closed(advice("cloudfront-origin-access", Severity.MEDIUM))
                        .says("Distributions read buckets through an identity of their own")
                        .fix("Add an OriginAccessControl, and name the distribution in the bucket's policy.")
                        .fsbp("CloudFront.13")
                        .check(new OriginAccess(), "aws:cloudfront/distribution:Distribution"),
                closed(advice("instance-metadata-hops", Severity.MEDIUM))
                        .says("Credentials of an instance travel one hop")
                        .fix("Set metadataOptions.httpPutResponseHopLimit to 1.")
                        .fsbp("AutoScaling.4")
                        .check(new MetadataHops(), MetadataHops.TYPES),
                closed(advice("instance-has-role", Severity.MEDIUM))
                        .says("Instances have a role")
                        .fix("Set iamInstanceProfile to a profile whose role has the rights that are needed.")
                        .cis("1.18")
                        .check(new InstanceRole(), "aws:ec2/instance:Instance"));
    }
}
