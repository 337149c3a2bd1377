// Another team's program, in JavaScript, with a mistake. It names types by their tokens, so that the SDK of aws need not be installed.
const pulumi = require("@pulumi/pulumi");
class Rule extends pulumi.CustomResource {
    constructor(name, args, opts) { super("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, args, opts); }
}
class Group extends pulumi.CustomResource {
    constructor(name, args, opts) { super("aws:ec2/securityGroup:SecurityGroup", name, args, opts); }
}
const group = new Group("tasks", { description: "Tasks of the shop", vpcId: "vpc-1" });
new Rule("debug", { securityGroupId: group.id, description: "Just for today", ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" });
