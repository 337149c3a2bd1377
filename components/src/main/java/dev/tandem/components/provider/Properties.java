package dev.tandem.components.provider;

import static dev.tandem.components.provider.Property.optional;
import static dev.tandem.components.provider.Property.required;

import dev.tandem.components.provider.Property.Shape;
import java.util.List;

/** Every property of the package, described. The order is that of the documentation. */
final class Properties {

    /** What a regional foundation is made from. */
    static final List<Property> FOUNDATION_INPUTS = List.of(
            required("region", Shape.TEXT, "AWS region, such as `eu-central-1`; the aws provider must be of the same."),
            required("accountId", Shape.TEXT, "AWS account, twelve digits."),
            required("environment", Shape.TEXT, "Second part of physical names, such as `prod`: 2 to 12 lower-case letters and digits."),
            required("permissionsBoundaryArn", Shape.TEXT, "Policy that every role must carry as its permissions boundary."),
            required("certificateArn", Shape.TEXT, "ACM certificate of the public name, in this region and account."),
            required("cidr", Shape.TEXT, "IPv4 range of the VPC in CIDR notation, /16 to /22."),
            required("zones", Shape.TEXTS, "Availability zones, two to four."),
            optional("project", Shape.TEXT, "First part of physical names. Default: `tandem`."),
            optional("endpointZones", Shape.INTEGER, "Zones in which each interface endpoint has an interface. Default: 1."),
            optional("repositories", Shape.TEXTS, "Images to keep a repository for: services and what runs beside them. Default: none."),
            optional("monthlyBudgetUsd", Shape.NUMBER, "Budget of the region in USD a month. Default: 100."),
            optional("alarmEmails", Shape.TEXTS, "Who is told of alarms and of the budget. Default: nobody."),
            optional("deletionProtection", Shape.FLAG, "Whether AWS refuses to delete the load balancer. Default: true."),
            optional("ownsAuditTrail", Shape.FLAG, "Whether this region has the trail that records all regions. Default: false."),
            optional("logRetentionDays", Shape.INTEGER, "Days that logs are kept, one of the periods of CloudWatch. Default: 30."));

    /** What a foundation offers to services; also the object that a service takes. */
    static final List<Property> FOUNDATION_REF = List.of(
            required("region", Shape.TEXT, "AWS region, such as `eu-central-1`."),
            required("project", Shape.TEXT, "First part of physical names."),
            required("environment", Shape.TEXT, "Environment name; part of resource names and SPIFFE ids."),
            required("accountId", Shape.TEXT, "AWS account, twelve digits."),
            required("permissionsBoundaryArn", Shape.TEXT, "Policy that every role must carry as its permissions boundary."),
            required("vpcCidr", Shape.TEXT, "IPv4 range of the VPC in CIDR notation."),
            required("vpcId", Shape.OUTPUT, "Id of the VPC."),
            required("publicSubnetIds", Shape.OUTPUTS, "One subnet per availability zone, for the load balancer only."),
            required("privateSubnetIds", Shape.OUTPUTS, "One subnet per availability zone, for tasks."),
            required("privateRouteTableIds", Shape.OUTPUTS, "Route tables of the private subnets."),
            required("clusterArn", Shape.OUTPUT, "ECS cluster with FARGATE and FARGATE_SPOT."),
            required("clusterName", Shape.OUTPUT, "The cluster's name."),
            required("namespaceId", Shape.OUTPUT, "Cloud Map private DNS namespace `svc.local`."),
            required("namespaceArn", Shape.OUTPUT, "ARN of the namespace."),
            required("albArn", Shape.OUTPUT, "The region's application load balancer."),
            required("albArnSuffix", Shape.OUTPUT, "CloudWatch dimension LoadBalancer of it, `app/name/hash`."),
            required("albDnsName", Shape.OUTPUT, "Its public DNS name."),
            required("albZoneId", Shape.OUTPUT, "Hosted zone of that name, for alias records."),
            required("albSecurityGroupId", Shape.OUTPUT, "Its security group, the only source of edge traffic."),
            required("httpsListenerArn", Shape.OUTPUT, "TLS listener on port 443; a service adds a path rule to it."),
            required("endpointsSecurityGroupId", Shape.OUTPUT, "Security group of the interface endpoints."),
            required("s3PrefixListId", Shape.OUTPUT, "AWS-managed prefix list of S3."),
            required("dynamodbPrefixListId", Shape.OUTPUT, "AWS-managed prefix list of DynamoDB."),
            required("kmsKeyArn", Shape.OUTPUT, "The region's customer key for data."),
            required("logsKmsKeyArn", Shape.OUTPUT, "The key of log groups."),
            required("alarmTopicArn", Shape.OUTPUT, "Encrypted SNS topic for alarms."),
            required("repositoryUrls", Shape.OUTPUT_MAP, "ECR repository URL by service name."),
            optional("egress", Shape.TEXT, "How private subnets reach AWS: endpoints, isolated, nat-single or nat-per-az. Default: endpoints."),
            optional("metricsNamespace", Shape.TEXT, "CloudWatch namespace of the collectors' metrics. Default: Tandem."),
            optional("knownAlarmTopicArn", Shape.TEXT, "ARN of the alarms topic for policies. Default: that of the region's own topic."));

    /** What a service is made from. */
    static final List<Property> SERVICE_INPUTS = List.of(
            optional("foundation", Shape.COMPONENT, "The region that it runs in, a RegionalFoundation of the same program; or give `foundationRef`."),
            optional("foundationRef", Shape.FOUNDATION, "The region that it runs in, from another stack that exports the `ref` of its RegionalFoundation."),
            required("team", Shape.TEXT, "Owning team, for tags."),
            required("image", Shape.TEXT, "Application image in the region's registry, `repository:tag` or `repository@digest`."),
            optional("canaryImage", Shape.TEXT, "Image of a second version beside the first, without traffic at first. Default: none."),
            required("envoyImage", Shape.TEXT, "Envoy with its agent, mirrored into the region's registry."),
            required("collectorImage", Shape.TEXT, "AWS Distro for OpenTelemetry collector, mirrored likewise."),
            optional("service", Shape.TEXT, "Service name, 2 to 16 lower-case letters, digits and dashes. Default: the resource's name."),
            optional("port", Shape.INTEGER, "Port on 127.0.0.1 where the application listens, 1024 to 65535. Default: 8080."),
            optional("path", Shape.TEXT, "Path of the load balancer that belongs to it, such as `/api/auth`. Default: none, an internal service."),
            optional("otherPaths", Shape.TEXT_MAP, "Paths of the load balancer's other services, by service name: two must never claim one path. Default: none."),
            optional("healthCheckPath", Shape.TEXT, "Path that answers 200 when the task may get traffic. Default: `/healthz`."),
            optional("criticality", Shape.TEXT, "`critical`: one task always on demand; `standard`: Spot only. Default: `standard`."),
            optional("cpu", Shape.INTEGER, "CPU units of the whole task, 1024 are one vCPU. Default: 512."),
            optional("memory", Shape.INTEGER, "Memory of the whole task in MiB. Default: 1024."),
            optional("minTasks", Shape.INTEGER, "Fewest tasks. Default: 1."),
            optional("maxTasks", Shape.INTEGER, "Most tasks, 8 at most; what the service can cost. Default: 3."),
            optional("daytime", Shape.DAYTIME, "A higher minimum during working hours. Default: none."),
            optional("burst", Shape.FLAG, "Whether tasks are added at once when CPU jumps. Default: false."),
            optional("healthCommand", Shape.TEXTS, "Command in the application's image that exits 0 when healthy. Default: none."),
            optional("calls", Shape.TEXTS, "Services that it calls: its agent may read their routes. Default: none."),
            optional("callers", Shape.TEXTS, "Services that may call it. Default: nobody."),
            optional("trustDomain", Shape.TEXT, "SPIFFE trust domain, the same in both regions. Default: made of project and environment."),
            optional("peerCidr", Shape.TEXT, "The other region's VPC range, whose tasks may call and be called. Default: none."),
            optional("table", Shape.FLAG, "Whether it owns a DynamoDB table. Default: false."),
            optional("queue", Shape.FLAG, "Whether it owns an SQS queue with a dead-letter queue. Default: false."),
            optional("topic", Shape.FLAG, "Whether it owns an SNS topic. Default: false."),
            optional("publishes", Shape.FLAG, "Whether it sends events to the region's bus. Default: false."),
            optional("secret", Shape.FLAG, "Whether it owns a secret, in this region alone. Default: false."),
            optional("environment", Shape.TEXT_MAP, "Further environment variables of the application; nothing secret. Default: none."),
            optional("logRetentionDays", Shape.INTEGER, "Days that logs are kept, one of the periods of CloudWatch. Default: 30."),
            optional("dataProtected", Shape.FLAG, "Whether the table refuses to be deleted. Default: true."));

    /** What a service tells. */
    static final List<Property> SERVICE_OUTPUTS = List.of(
            required("serviceArn", Shape.OUTPUT, "ARN of the ECS service of the stable version."),
            required("securityGroupId", Shape.OUTPUT, "Security group of its tasks."),
            required("discoveryName", Shape.OUTPUT, "Name under which its tasks are found within the VPC."));

    /** A higher minimum during working hours. */
    static final List<Property> DAYTIME = List.of(
            required("tasks", Shape.INTEGER, "Fewest tasks between these hours."),
            required("fromHour", Shape.INTEGER, "First hour, 0 to 22."),
            required("toHour", Shape.INTEGER, "Hour at which minTasks holds again, 1 to 23."),
            required("zone", Shape.TEXT, "Time zone of the IANA database, such as `Europe/Berlin`."),
            optional("maxTasksOutside", Shape.INTEGER, "Most tasks at other hours, minTasks to maxTasks. Default: maxTasks."));

    private Properties() {}
}
