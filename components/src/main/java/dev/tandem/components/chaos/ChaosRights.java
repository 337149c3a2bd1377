package dev.tandem.components.chaos;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.logs.VendedLogs;
import java.util.ArrayList;
import java.util.List;

/**
 * What experiments may do: stop tasks of the environment's cluster, and put network ACLs and route tables of their own, which AWS
 * tags {@code managedByFIS}, in the place of a subnet's. Source of the actions: AWS FIS user guide, "AWS FIS actions reference", read
 * 2026-11; of what can be limited to resources: AWS Service Authorization Reference. Pure.
 */
final class ChaosRights {

    private static final String OWN = "managedByFIS";

    /** What an experiment makes, as actions and as ARNs call it. */
    private record Made(String kind, String resource) {}

    private static final List<Made> MADE = List.of(new Made("NetworkAcl", "network-acl"), new Made("RouteTable", "route-table"),
            new Made("ManagedPrefixList", "prefix-list"), new Made("NetworkInterface", "network-interface"));

    private ChaosRights() {}

    /**
     * The statements.
     *
     * @param cluster name of the ECS cluster
     */
    static List<Statement> of(String cluster, String region, String accountId) {
        List<Statement> may = new ArrayList<>(tasks(cluster, "arn:aws:ecs:" + region + ":" + accountId + ":"));
        may.addAll(network("arn:aws:ec2:" + region + ":" + accountId + ":", region));
        may.add(VendedLogs.deliver(region));
        return may;
    }

    private static List<Statement> tasks(String cluster, String ecs) {
        return List.of(
                Statement.allow("StopTasks").actions("ecs:DescribeTasks", "ecs:StopTask").resources(ecs + "task/" + cluster + "/*").build(),
                // It knows no resource for tasks on Fargate; the cluster is the limit.
                Statement.allow("FindTasks").actions("ecs:ListTasks").anyResource()
                        .when(Condition.arnLike("ecs:cluster", ecs + "cluster/" + cluster)).build(),
                Statement.allow("FindCluster").actions("ecs:DescribeClusters").resources(ecs + "cluster/" + cluster).build());
    }

    private static List<Statement> network(String ec2, String region) {
        List<Statement> may = new ArrayList<>();
        MADE.forEach(made -> {
            String kind = made.kind();
            String arn = ec2 + made.resource() + "/*";
            may.add(Statement.allow("Make" + kind).actions("ec2:Create" + kind).resources(arn)
                    .when(Condition.stringEquals("aws:RequestTag/" + OWN, "true")).build());
            may.add(Statement.allow("Tag" + kind).actions("ec2:CreateTags").resources(arn)
                    .when(Condition.stringEquals("ec2:CreateAction", "Create" + kind),
                            Condition.stringEquals("aws:RequestTag/" + OWN, "true")).build());
            may.add(Statement.allow("Remove" + kind).actions("ec2:Delete" + kind).resources(arn).when(own()).build());
        });
        may.add(Statement.allow("MakeWithin").actions("ec2:CreateNetworkAcl", "ec2:CreateRouteTable").resources(ec2 + "vpc/*").build());
        may.add(Statement.allow("MakeInterfaceWithin").actions("ec2:CreateNetworkInterface")
                .resources(ec2 + "subnet/*", ec2 + "security-group/*").build());
        may.add(Statement.allow("FillOwn").actions("ec2:CreateNetworkAclEntry", "ec2:CreateRoute", "ec2:ModifyManagedPrefixList")
                .resources(ec2 + "network-acl/*", ec2 + "route-table/*", ec2 + "prefix-list/*").when(own()).build());
        // The subnet's own are put back by the same actions, so they cannot be limited to what the experiment made.
        may.add(Statement.allow("Swap")
                .actions("ec2:AssociateRouteTable", "ec2:DisassociateRouteTable", "ec2:ReplaceNetworkAclAssociation",
                        "ec2:ReplaceRouteTableAssociation")
                .resources(ec2 + "network-acl/*", ec2 + "route-table/*", ec2 + "subnet/*").build());
        may.add(Statement.allow("GatewayEndpoints").actions("ec2:ModifyVpcEndpoint")
                .resources(ec2 + "route-table/*", ec2 + "vpc-endpoint/*").build());
        may.add(Statement.allow("ReadPrefixLists").actions("ec2:GetManagedPrefixListEntries").resources(ec2 + "prefix-list/*",
                ec2.replaceAll(":\\d{12}:", ":aws:") + "prefix-list/*").build());
        // None of them knows a resource; the region is the limit.
        may.add(Statement.allow("See")
                .actions("ec2:DescribeManagedPrefixLists", "ec2:DescribeNetworkAcls", "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeRouteTables", "ec2:DescribeSubnets", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcPeeringConnections",
                        "ec2:DescribeVpcs")
                .anyResource().when(Condition.stringEquals("aws:RequestedRegion", region)).build());
        return may;
    }

    private static Condition own() {
        return Condition.stringEquals("aws:ResourceTag/" + OWN, "true");
    }
}
