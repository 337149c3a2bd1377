package com.pulumi.awsx.ec2;

import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.awsx.Utilities;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.core.internal.Codegen;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;

/**
 * A VPC with subnets, route tables, internet gateway and NAT gateways, which the provider {@code awsx} puts together. What is
 * inside are resources of {@code aws}.
 */
@ResourceType(type = Vpc.TYPE)
public class Vpc extends ComponentResource {

    static final String TYPE = "awsx:ec2:Vpc";

    @Export(name = "vpcId", refs = {String.class}, tree = "[0]")
    private Output<String> vpcId;

    @Export(name = "privateSubnetIds", refs = {List.class, String.class}, tree = "[0,1]")
    private Output<List<String>> privateSubnetIds;

    @Export(name = "publicSubnetIds", refs = {List.class, String.class}, tree = "[0,1]")
    private Output<List<String>> publicSubnetIds;

    @Export(name = "isolatedSubnetIds", refs = {List.class, String.class}, tree = "[0,1]")
    private Output<List<String>> isolatedSubnetIds;

    @Export(name = "routeTables", refs = {List.class, RouteTable.class}, tree = "[0,1]")
    private Output<List<RouteTable>> routeTables;

    /** Declares a VPC of three zones with a public and a private subnet each. */
    public Vpc(String name) {
        this(name, VpcArgs.Empty);
    }

    /** Declares a VPC. */
    public Vpc(String name, VpcArgs args) {
        this(name, args, null);
    }

    /** Declares a VPC; the provider of {@code aws} among the options decides its region. */
    public Vpc(String name, VpcArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args == null ? VpcArgs.Empty : args, versioned(options), true);
    }

    private static ComponentResourceOptions versioned(ComponentResourceOptions options) {
        return ComponentResourceOptions.merge(
                ComponentResourceOptions.builder().version(Utilities.getVersion()).build(), options, Codegen.empty());
    }

    /** Its id. */
    public Output<String> vpcId() {
        return vpcId;
    }

    /** Private subnets, in the order of zones. */
    public Output<List<String>> privateSubnetIds() {
        return privateSubnetIds;
    }

    /** Public subnets, in the order of zones. */
    public Output<List<String>> publicSubnetIds() {
        return publicSubnetIds;
    }

    /** Isolated subnets, in the order of zones. */
    public Output<List<String>> isolatedSubnetIds() {
        return isolatedSubnetIds;
    }

    /** A table for each subnet, zone by zone, in each zone the public one first, then the private, then the isolated. */
    public Output<List<RouteTable>> routeTables() {
        return routeTables;
    }
}
