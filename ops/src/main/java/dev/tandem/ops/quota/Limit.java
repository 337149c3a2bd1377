package dev.tandem.ops.quota;

/**
 * A limit that Tandem can run into, by its code in Service Quotas.
 *
 * @param name    for people
 * @param service service code
 * @param code    quota code; empty where AWS has a fixed limit or none was found
 * @param usual   AWS's default; source: Service Quotas' pages of each service, 2026-11
 * @param unit    what is counted
 */
public record Limit(String name, String service, String code, double usual, String unit) {

    static final Limit FARGATE = new Limit("Fargate on demand", "fargate", "L-3032A538", 6, "vCPU");
    static final Limit FARGATE_SPOT = new Limit("Fargate Spot", "fargate", "L-36FBB829", 6, "vCPU");
    static final Limit TASKS = new Limit("ECS: tasks of the largest service", "ecs", "L-46458851", 5_000, "tasks");
    static final Limit SERVICES = new Limit("ECS: services of the cluster", "ecs", "L-9EF96962", 5_000, "services");
    static final Limit REPOSITORIES = new Limit("ECR: repositories", "ecr", "L-CFEB8E8D", 100_000, "repositories");
    static final Limit NAMESPACES = new Limit("Cloud Map: namespaces", "servicediscovery", "L-0FE3F50E", 50, "namespaces");
    static final Limit INSTANCES =
            new Limit("Cloud Map: instances of the largest service", "servicediscovery", "", 1_000, "instances");
    static final Limit MESHES = new Limit("App Mesh: meshes", "appmesh", "", 15, "meshes");
    static final Limit INTERFACES = new Limit("Network interfaces (ENI)", "vpc", "L-DF5E4CA3", 5_000, "interfaces");
    static final Limit ADDRESSES = new Limit("Subnet", "vpc", "", 0, "addresses");
    /** One setting of account and region for GetParameter, GetParameters and GetParametersByPath together. */
    static final Limit PARAMETERS = new Limit("SSM: GetParameter by the agents", "ssm", "", 40, "calls a second");
    static final Limit RECORDS = new Limit("Route 53: records of", "route53", "", 10_000, "records");
    static final Limit LAMBDA = new Limit("Lambda: concurrent executions", "lambda", "L-B99A9384", 1_000, "executions");
}
