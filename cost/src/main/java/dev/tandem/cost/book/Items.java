package dev.tandem.cost.book;

/** The names of the items that are priced, exactly as the book has them; a test looks each of them up. */
public final class Items {

    private static final String S_FARGATE = "AWS Fargate";
    private static final String S_ELB = "Elastic Load Balancing";
    private static final String S_VPC = "Amazon VPC";
    private static final String S_KMS = "AWS KMS";
    private static final String S_SECRET = "AWS Secrets Manager";
    private static final String S_SSM = "SSM Parameter Store";
    private static final String S_CLOUDWATCH = "Amazon CloudWatch";
    private static final String S_XRAY = "AWS X-Ray";
    private static final String S_ECR = "Amazon ECR";
    private static final String S_ROUTE53 = "Amazon Route 53";
    private static final String S_CLOUD_MAP = "AWS Cloud Map";
    private static final String S_DYNAMODB = "Amazon DynamoDB";
    private static final String S_SQS = "Amazon SQS";
    private static final String S_SNS = "Amazon SNS";
    private static final String S_EVENTBRIDGE = "Amazon EventBridge";
    private static final String S_STEP_FUNCTIONS = "AWS Step Functions";
    private static final String S_LAMBDA = "AWS Lambda";
    private static final String S_API_GATEWAY = "Amazon API Gateway";
    private static final String S_S3 = "Amazon S3";
    private static final String S_CLOUDTRAIL = "AWS CloudTrail";
    private static final String S_CONFIG = "AWS Config";
    private static final String S_GUARDDUTY = "Amazon GuardDuty";
    private static final String S_WAF = "AWS WAF";
    private static final String S_AURORA = "Amazon Aurora";
    private static final String S_RDS = "Amazon RDS";
    private static final String S_ACM = "AWS Certificate Manager";
    private static final String S_PRIVATE_CA = "AWS Private CA";
    private static final String S_TRANSFER = "AWS Data Transfer";
    private static final String S_BUDGETS = "AWS Budgets";
    private static final String S_LATTICE = "Amazon VPC Lattice";
    private static final String S_EFS = "Amazon EFS";
    private static final String S_EBS = "Amazon EBS";
    private static final String S_KINESIS = "Amazon Kinesis";
    private static final String S_PIPELINE = "AWS CodePipeline";
    private static final String S_RECOVERY = "Application Recovery Controller";
    private static final String S_INSPECTOR = "Amazon Inspector";
    private static final String S_FIS = "AWS Fault Injection Service";

    public static final ItemKey FARGATE_X86_VCPU = of(S_FARGATE, "Linux x86_64 vCPU, on demand");
    public static final ItemKey FARGATE_X86_MEMORY = of(S_FARGATE, "Linux x86_64 memory, on demand");
    public static final ItemKey FARGATE_ARM_VCPU = of(S_FARGATE, "Linux ARM64 vCPU, on demand");
    public static final ItemKey FARGATE_ARM_MEMORY = of(S_FARGATE, "Linux ARM64 memory, on demand");
    public static final ItemKey FARGATE_X86_VCPU_SPOT = of(S_FARGATE, "Linux x86_64 vCPU, Fargate Spot");
    public static final ItemKey FARGATE_X86_MEMORY_SPOT = of(S_FARGATE, "Linux x86_64 memory, Fargate Spot");
    public static final ItemKey FARGATE_ARM_VCPU_SPOT = of(S_FARGATE, "Linux ARM64 vCPU, Fargate Spot");
    public static final ItemKey FARGATE_ARM_MEMORY_SPOT = of(S_FARGATE, "Linux ARM64 memory, Fargate Spot");
    public static final ItemKey FARGATE_EPHEMERAL =
            of(S_FARGATE, "Ephemeral storage above the 20 GB included per task");
    public static final ItemKey ELB_APPLICATION = of(S_ELB, "Application Load Balancer");
    public static final ItemKey ELB_LCU = of(S_ELB, "Application Load Balancer capacity unit (LCU)");
    public static final ItemKey ELB_NETWORK = of(S_ELB, "Network Load Balancer");
    public static final ItemKey ELB_NLCU = of(S_ELB, "Network Load Balancer capacity unit (NLCU)");
    public static final ItemKey VPC_NAT = of(S_VPC, "NAT gateway");
    public static final ItemKey VPC_NAT_DATA = of(S_VPC, "NAT gateway data processed");
    public static final ItemKey VPC_ENDPOINT =
            of(S_VPC, "Interface endpoint (PrivateLink), per endpoint per Availability Zone");
    public static final ItemKey VPC_ENDPOINT_DATA = of(S_VPC, "Interface endpoint data processed, first 1 PB a month");
    public static final ItemKey VPC_GATEWAY_ENDPOINT = of(S_VPC, "Gateway endpoint (S3, DynamoDB)");
    public static final ItemKey VPC_IPV4 = of(S_VPC, "Public IPv4 address, in use");
    public static final ItemKey KMS_KEY = of(S_KMS, "Customer managed key");
    public static final ItemKey KMS_REPLICA = of(S_KMS, "Multi-Region replica key");
    public static final ItemKey KMS_REQUESTS = of(S_KMS, "Symmetric requests");
    public static final ItemKey KMS_SIGNATURES = of(S_KMS, "Asymmetric requests, except RSA_2048");
    public static final ItemKey SECRET_STORED = of(S_SECRET, "Secret");
    public static final ItemKey SECRET_REPLICA = of(S_SECRET, "Replica secret (billed as its own secret)");
    public static final ItemKey SECRET_CALLS = of(S_SECRET, "API calls");
    public static final ItemKey SSM_STANDARD = of(S_SSM, "Standard parameter");
    public static final ItemKey SSM_ADVANCED = of(S_SSM, "Advanced parameter");
    public static final ItemKey SSM_CALLS = of(S_SSM, "API interactions, advanced parameters or higher throughput");
    public static final ItemKey CLOUDWATCH_LOGS_STANDARD = of(S_CLOUDWATCH, "Logs ingest, Standard class");
    public static final ItemKey CLOUDWATCH_LOGS_INFREQUENT = of(S_CLOUDWATCH, "Logs ingest, Infrequent Access class");
    public static final ItemKey CLOUDWATCH_LOGS_VENDED =
            of(S_CLOUDWATCH, "Vended logs ingest (for example VPC flow logs), first 10 TB");
    public static final ItemKey CLOUDWATCH_LOGS_STORAGE = of(S_CLOUDWATCH, "Logs storage");
    public static final ItemKey CLOUDWATCH_ALARM = of(S_CLOUDWATCH, "Alarm, standard resolution, per metric");
    public static final ItemKey CLOUDWATCH_ALARM_FAST = of(S_CLOUDWATCH, "Alarm, high resolution, per metric");
    public static final ItemKey CLOUDWATCH_ALARM_COMPOSITE = of(S_CLOUDWATCH, "Alarm, composite");
    public static final ItemKey CLOUDWATCH_METRIC = of(S_CLOUDWATCH, "Custom metric, first 10,000");
    public static final ItemKey CLOUDWATCH_DASHBOARD = of(S_CLOUDWATCH, "Dashboard (after the first 3)");
    public static final ItemKey CLOUDWATCH_INSIGHTS_ENHANCED =
            of(S_CLOUDWATCH, "Container Insights with enhanced observability for ECS, per metric");
    public static final ItemKey CLOUDWATCH_INSIGHTS =
            of(S_CLOUDWATCH, "Container Insights (standard) for ECS, per metric");
    public static final ItemKey CLOUDWATCH_CANARY_RUN = of(S_CLOUDWATCH, "Synthetics canary run");
    public static final ItemKey XRAY_RECORDED = of(S_XRAY, "Traces recorded");
    public static final ItemKey ECR_STORAGE = of(S_ECR, "Private repository storage");
    public static final ItemKey ROUTE53_ZONE = of(S_ROUTE53, "Hosted zone, first 25");
    public static final ItemKey ROUTE53_CHECK = of(S_ROUTE53, "Health check, AWS endpoint (after the first 50)");
    public static final ItemKey ROUTE53_CHECK_OUTSIDE = of(S_ROUTE53, "Health check, non-AWS endpoint");
    public static final ItemKey ROUTE53_OPTION =
            of(S_ROUTE53, "Health check option (HTTPS, string match, fast interval, latency), each, AWS endpoint");
    public static final ItemKey ROUTE53_OPTION_OUTSIDE =
            of(S_ROUTE53, "Health check option (HTTPS, string match, fast interval, latency), each, non-AWS endpoint");
    public static final ItemKey ROUTE53_QUERIES = of(S_ROUTE53, "Standard queries, first 1 billion");
    public static final ItemKey ROUTE53_ALIAS_QUERIES = of(S_ROUTE53, "Alias queries to AWS resources");
    public static final ItemKey CLOUD_MAP_INSTANCE = of(S_CLOUD_MAP, "Registered resource");
    public static final ItemKey CLOUD_MAP_CALLS = of(S_CLOUD_MAP, "DiscoverInstances API calls");
    public static final ItemKey DYNAMODB_WRITES = of(S_DYNAMODB, "On-demand write request units");
    public static final ItemKey DYNAMODB_READS = of(S_DYNAMODB, "On-demand read request units");
    public static final ItemKey DYNAMODB_REPLICATED_WRITES =
            of(S_DYNAMODB, "On-demand replicated write request units (global tables)");
    public static final ItemKey DYNAMODB_STORAGE =
            of(S_DYNAMODB, "Table storage, Standard class (after the first 25 GB)");
    public static final ItemKey DYNAMODB_PITR = of(S_DYNAMODB, "Point-in-time recovery (PITR)");
    public static final ItemKey DYNAMODB_STREAM_READS =
            of(S_DYNAMODB, "Streams read request units (after the first 2.5 million)");
    public static final ItemKey SQS_STANDARD = of(S_SQS, "Standard queue requests");
    public static final ItemKey SQS_FIFO = of(S_SQS, "FIFO queue requests");
    public static final ItemKey SNS_PUBLISH = of(S_SNS, "API requests (publish), standard topic");
    public static final ItemKey SNS_EMAIL = of(S_SNS, "Email deliveries");
    public static final ItemKey EVENTBRIDGE_EVENTS = of(S_EVENTBRIDGE, "Custom events published");
    public static final ItemKey EVENTBRIDGE_CROSS_REGION = of(S_EVENTBRIDGE, "Events sent to a bus in another Region");
    public static final ItemKey STEP_FUNCTIONS_TRANSITIONS =
            of(S_STEP_FUNCTIONS, "Standard workflow state transitions");
    public static final ItemKey STEP_FUNCTIONS_EXPRESS_REQUESTS = of(S_STEP_FUNCTIONS, "Express workflow requests");
    public static final ItemKey STEP_FUNCTIONS_EXPRESS_DURATION =
            of(S_STEP_FUNCTIONS, "Express workflow duration, first 1,000 GB-hours");
    public static final ItemKey LAMBDA_X86_DURATION = of(S_LAMBDA, "Duration, x86_64, first tier");
    public static final ItemKey LAMBDA_ARM_DURATION = of(S_LAMBDA, "Duration, ARM64, first tier");
    public static final ItemKey LAMBDA_REQUESTS = of(S_LAMBDA, "Requests");
    public static final ItemKey API_GATEWAY_HTTP = of(S_API_GATEWAY, "HTTP API requests, first 300 million");
    public static final ItemKey S3_STORAGE = of(S_S3, "Standard storage, first 50 TB");
    public static final ItemKey S3_WRITES = of(S_S3, "PUT, COPY, POST, LIST requests");
    public static final ItemKey S3_READS = of(S_S3, "GET and all other requests");
    public static final ItemKey CLOUDTRAIL_FIRST_COPY = of(S_CLOUDTRAIL, "Management events, first trail copy");
    public static final ItemKey CLOUDTRAIL_FURTHER_COPIES = of(S_CLOUDTRAIL, "Management events, further copies");
    public static final ItemKey CLOUDTRAIL_INSIGHTS = of(S_CLOUDTRAIL, "Insights, events analyzed");
    public static final ItemKey CLOUDTRAIL_DATA_EVENTS = of(S_CLOUDTRAIL, "Data events");
    public static final ItemKey CONFIG_ITEM = of(S_CONFIG, "Configuration item, continuous recording");
    public static final ItemKey CONFIG_EVALUATION = of(S_CONFIG, "Rule evaluations, first 100,000");
    public static final ItemKey GUARDDUTY_EVENTS = of(S_GUARDDUTY, "CloudTrail management events");
    public static final ItemKey GUARDDUTY_FLOW_LOGS =
            of(S_GUARDDUTY, "VPC flow log and DNS log analysis, first 500 GB");
    public static final ItemKey WAF_ACL = of(S_WAF, "Web ACL");
    public static final ItemKey WAF_RULE = of(S_WAF, "Rule");
    public static final ItemKey WAF_REQUESTS = of(S_WAF, "Requests inspected");
    public static final ItemKey AURORA_CAPACITY = of(S_AURORA, "Serverless v2 capacity, Standard storage");
    public static final ItemKey AURORA_STORAGE = of(S_AURORA, "Storage, Standard");
    public static final ItemKey AURORA_IO = of(S_AURORA, "I/O, Standard");
    public static final ItemKey RDS_STORAGE = of(S_RDS, "PostgreSQL gp3 storage, Single-AZ");
    public static final ItemKey ACM_PUBLIC = of(S_ACM, "Public certificate used with integrated services");
    public static final ItemKey PRIVATE_CA_GENERAL = of(S_PRIVATE_CA, "CA in general-purpose mode");
    public static final ItemKey PRIVATE_CA_SHORT_LIVED = of(S_PRIVATE_CA, "CA in short-lived certificate mode");
    public static final ItemKey TRANSFER_INTERNET =
            of(S_TRANSFER, "Out to the internet, first 10 TB (after 100 GB free)");
    public static final ItemKey TRANSFER_CENTRAL_TO_WEST =
            of(S_TRANSFER, "Inter-Region, from eu-central-1 to eu-west-1");
    public static final ItemKey TRANSFER_WEST_TO_CENTRAL =
            of(S_TRANSFER, "Inter-Region, from eu-west-1 to eu-central-1");
    public static final ItemKey TRANSFER_ZONES = of(S_TRANSFER, "Between Availability Zones, each direction");
    public static final ItemKey BUDGETS_ALERTS = of(S_BUDGETS, "Budget with alerts only");
    public static final ItemKey BUDGETS_ACTIONS =
            of(S_BUDGETS, "Budget with actions (after 62 free budget-days a month, that is two budgets)");
    public static final ItemKey FIS_ACTION = of(S_FIS, "Experiment action");
    public static final ItemKey VPC_VPN = of(S_VPC, "Site-to-Site VPN connection");
    public static final ItemKey VPC_CLIENT_VPN = of(S_VPC, "Client VPN endpoint association");
    public static final ItemKey VPC_MIRRORING = of(S_VPC, "Traffic mirroring session");
    public static final ItemKey VPC_TRANSIT = of(S_VPC, "Transit gateway attachment");
    public static final ItemKey VPC_TRANSIT_DATA = of(S_VPC, "Transit gateway data processed");
    public static final ItemKey VPC_GWLB_ENDPOINT = of(S_VPC, "Gateway Load Balancer endpoint, per Availability Zone");
    public static final ItemKey LATTICE_SERVICE = of(S_LATTICE, "Service");
    public static final ItemKey LATTICE_DATA = of(S_LATTICE, "Data processed");
    public static final ItemKey ROUTE53_RESOLVER = of(S_ROUTE53, "Resolver endpoint, per network interface");
    public static final ItemKey API_GATEWAY_REST = of(S_API_GATEWAY, "REST API requests, first 333 million");
    public static final ItemKey API_GATEWAY_WEBSOCKET = of(S_API_GATEWAY, "WebSocket messages, first 1 billion");
    public static final ItemKey EFS_STANDARD = of(S_EFS, "Standard storage");
    public static final ItemKey EFS_ONE_ZONE = of(S_EFS, "One Zone storage");
    public static final ItemKey KINESIS_SHARD = of(S_KINESIS, "Provisioned shard");
    public static final ItemKey KINESIS_PUTS = of(S_KINESIS, "PUT payload units (25 KB)");
    public static final ItemKey PIPELINE_ACTIVE = of(S_PIPELINE, "Active pipeline, type V1");
    public static final ItemKey PIPELINE_MINUTES =
            of(S_PIPELINE, "Action execution, type V2 (after the first 100 minutes)");
    public static final ItemKey ATHENA_SCANNED = of("Amazon Athena", "Data scanned by queries");
    public static final ItemKey COGNITO_USERS =
            of("Amazon Cognito", "Monthly active user, first 50,000 (after 10,000 free ones)");
    public static final ItemKey SNS_FIFO = of(S_SNS, "FIFO topic requests");
    public static final ItemKey SNS_INTERNAL = of(S_SNS, "Deliveries to SQS and Lambda");
    public static final ItemKey SNS_HTTP = of(S_SNS, "HTTP/HTTPS deliveries");
    public static final ItemKey EBS_GP3 = of(S_EBS, "gp3 volume storage");
    public static final ItemKey RECOVERY_CLUSTER = of(S_RECOVERY, "Routing control cluster");
    public static final ItemKey RECOVERY_CHECK = of(S_RECOVERY, "Readiness check");
    public static final ItemKey RECOVERY_PLAN = of(S_RECOVERY, "Region switch plan");
    public static final ItemKey INSPECTOR_FIRST = of(S_INSPECTOR, "ECR container image, first scan");
    public static final ItemKey INSPECTOR_AGAIN = of(S_INSPECTOR, "ECR container image, automatic re-scan");
    public static final ItemKey CONFIG_PACK = of(S_CONFIG, "Conformance pack evaluations, first 100,000");
    public static final ItemKey GUARDDUTY_RUNTIME =
            of(S_GUARDDUTY, "Runtime Monitoring, Fargate, first 500 vCPU-months");
    public static final ItemKey PRIVATE_CA_CERTIFICATE =
            of(S_PRIVATE_CA, "Certificate, general-purpose mode, first 1,000");

    public static final ItemKey MSK_STORAGE = of("Amazon MSK", "Broker storage");

    private Items() {}

    /** An hour of a Linux instance on shared hardware, {@code t4g.small}. */
    public static ItemKey ec2Instance(String type) {
        return of("Amazon EC2", "Linux instance, on demand, " + type);
    }

    /** An hour of a broker, {@code kafka.m7g.large}. */
    public static ItemKey kafkaBroker(String type) {
        return of("Amazon MSK", "Broker, " + type);
    }

    /** An hour of a PostgreSQL instance in one zone, {@code db.t4g.micro}. */
    public static ItemKey rdsPostgres(String type) {
        return of(S_RDS, "PostgreSQL " + type + ", Single-AZ");
    }

    /** An hour of a node, {@code cache.t4g.micro}. */
    public static ItemKey cacheNode(String type) {
        return of("Amazon ElastiCache", "Node, on demand, " + type);
    }

    /** An hour of a node, {@code t3.small.search}. */
    public static ItemKey searchInstance(String type) {
        return of("Amazon OpenSearch Service", "Instance, on demand, " + type);
    }

    /** An hour of a node, {@code ra3.large}. */
    public static ItemKey redshiftNode(String type) {
        return of("Amazon Redshift", "Node, on demand, " + type);
    }

    private static ItemKey of(String service, String item) {
        return new ItemKey(service, item);
    }
}
