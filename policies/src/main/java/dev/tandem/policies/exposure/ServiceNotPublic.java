package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Demand;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Managed services that can be public are in a VPC: brokers, notebooks, file transfer, builds, registries, search. */
public final class ServiceNotPublic implements ResourceCheck {

    private static final String WRONG = "can be reached from the internet";

    private static final List<Demand> DEMANDS = List.of(
            not("msk/cluster:Cluster",
                    "brokerNodeGroupInfo[0].connectivityInfo[0].publicAccess[0].type,"
                            + "brokerNodeGroupInfo.connectivityInfo.publicAccess.type", "SERVICE_PROVIDED_EIPS", "DISABLED"),
            one("transfer/server:Server", "endpointType", "VPC", "VPC_ENDPOINT"),
            one("sagemaker/notebookInstance:NotebookInstance", "directInternetAccess", "Disabled"),
            one("sagemaker/domain:Domain", "appNetworkAccessType", "VpcOnly"),
            not("codebuild/project:Project", "projectVisibility,visibility", "PUBLIC_READ", "PRIVATE"),
            not("mwaa/environment:Environment", "webserverAccessMode", "PUBLIC_ONLY", "PRIVATE_ONLY"),
            vpc("elasticsearch/domain:Domain", "vpcOptions[0].subnetIds"),
            vpc("opensearch/domain:Domain", "vpcOptions[0].subnetIds"),
            Demand.of("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", "policy|json",
                    p -> p.items().stream().noneMatch(rules -> rules.at("AllowFromPublic").boolOr(false)), WRONG,
                    "AllowFromPublic false, with SourceVPCEs"),
            on("emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration", "blockPublicSecurityGroupRules"),
            not("ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "internetGatewayBlockMode", "off",
                    "block-bidirectional or block-ingress"),
            on("redshift/cluster:Cluster", "enhancedVpcRouting"), on("redshiftserverless/workgroup:Workgroup", "enhancedVpcRouting"),
            Demand.of("aws:ecrpublic/repository:Repository", "repositoryName", p -> false, "everybody can pull the images",
                    "a repository of ECR, whose policy names who may pull"),
            Demand.of("aws:ecr/publicRepository:PublicRepository", "repositoryName", p -> false,
                    "everybody can pull the images", "a repository of ECR, whose policy names who may pull"));

    /** Types that the rule looks at. */
    public static final String[] TYPES = Demand.types(DEMANDS);

    @Override
    public void check(ResourceContext context) {
        Demand.check(context, DEMANDS);
    }

    private static Demand one(String type, String path, String... allowed) {
        return Demand.of("aws:" + type, path, p -> List.of(allowed).contains(p.stringOr("")), WRONG, allowed[0]);
    }

    private static Demand not(String type, String path, String refused, String expected) {
        return Demand.of("aws:" + type, path, p -> !p.is(refused), WRONG, expected);
    }

    private static Demand vpc(String type, String path) {
        return Demand.of("aws:" + type, path, p -> p.isUnknown() || !p.items().isEmpty(), WRONG, "subnets of a VPC");
    }

    private static Demand on(String type, String path) {
        return Demand.of("aws:" + type, path, p -> p.boolOr(false), "traffic may go through the internet", "true");
    }
}
