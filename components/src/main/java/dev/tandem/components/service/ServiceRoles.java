package dev.tandem.components.service;

import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.IdentityAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two roles of a task: one starts it, the other is what the application and its sidecars may do. Pure. */
final class ServiceRoles {

    /** Partition key of the item by which one region at a time writes; the pair's machines move it. */
    static final String EPOCH_KEY = "#epoch";

    private ServiceRoles() {}

    /** Pulls the task's three images and writes its log streams; nothing else, and no secret. */
    static RolePlan execution(ServiceNames names, MeshServiceArgs args, String boundaryArn) {
        List<String> repositories = List.of(args.image(), args.envoyImage(), args.collectorImage()).stream()
                .map(image -> image.repositoryArn(names.accountId(), names.region()))
                .toList();
        PolicyDocument start = PolicyDocument.identity(
                // Has no resource-level permission: AWS takes only "*" here.
                Statement.allow("AuthorizeRegistry").actions("ecr:GetAuthorizationToken").anyResource().build(),
                Statement.allow("PullImages")
                        .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                        .resources(repositories)
                        .build(),
                writeLogs(names));
        return role(names, "execution", "Starts tasks of " + args.name() + ": pulls images, opens log streams",
                Map.of("start-tasks", start), boundaryArn);
    }

    /** What the containers may do: the service's own log group, routes, identity, table, queue and secret, and traces. */
    static RolePlan task(ServiceNames names, MeshServiceArgs args, String boundaryArn, MeshMembership mesh) {
        List<Statement> statements = new ArrayList<>();
        statements.add(writeLogs(names));
        statements.add(sendTraces(names));
        statements.addAll(mesh.settings().backend().rights(names, mesh));
        statements.addAll(IdentityAccess.ofTask(names.identities(), names.service()));
        List<String> keyUsers = new ArrayList<>(List.of("dynamodb"));
        if (args.table()) {
            statements.add(useTable(names));
            statements.add(leaveEpoch(names));
        }
        if (args.queue()) {
            statements.add(useQueue(names));
            keyUsers.add("sqs");
        }
        if (args.topic()) {
            statements.add(Statement.allow("UseTopic").actions("sns:Publish").resources(names.arn("sns", names.base())).build());
            keyUsers.add("sns");
        }
        if (args.publishes()) {
            statements.add(sendEvents(names));
        }
        if (args.secret().readable()) {
            statements.addAll(readSecret(names));
            keyUsers.add("secretsmanager");
        }
        statements.addAll(TokenAccess.ofTask(names, args.tokens()));
        String[] actions = args.queue() || args.topic()
                ? new String[] {"kms:Decrypt", "kms:GenerateDataKey"}
                : new String[] {"kms:Decrypt"};
        statements.add(KeyAlias.use(names.project(), names.environment(), names.region(),
                names.accountId(), keyUsers, actions));
        return role(names, "task", "What tasks of " + args.name() + " may do: their own data, logs and traces",
                Map.of("own-data", PolicyDocument.identity(statements.toArray(Statement[]::new))), boundaryArn);
    }

    private static RolePlan role(
            ServiceNames names, String kind, String description, Map<String, PolicyDocument> policies, String boundaryArn) {
        PolicyDocument trust = PolicyDocument.trustService(
                "ecs-tasks.amazonaws.com", names.accountId(), names.arn("ecs", "*"));
        return new RolePlan(names.role(kind), description, trust, policies, boundaryArn, Map.of());
    }

    private static Statement writeLogs(ServiceNames names) {
        return Statement.allow("WriteLogs")
                .actions("logs:CreateLogStream", "logs:PutLogEvents")
                .resources(names.arn("logs", "log-group:" + names.logGroup() + ":log-stream:*"))
                .build();
    }

    /** X-Ray knows no resources: "*" is all that AWS takes here, so the region is the limit. */
    private static Statement sendTraces(ServiceNames names) {
        return Statement.allow("SendTraces")
                .actions("xray:PutTraceSegments")
                .anyResource()
                .when(Condition.stringEquals("aws:RequestedRegion", names.region()))
                .build();
    }

    private static Statement useTable(ServiceNames names) {
        return Statement.allow("UseTable")
                .actions("dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem",
                        "dynamodb:Query", "dynamodb:UpdateItem")
                .resources(names.arn("dynamodb", "table/" + names.base()))
                .build();
    }

    /** Services check the epoch item in their writes; only the pair's machines move it. */
    private static Statement leaveEpoch(ServiceNames names) {
        return Statement.deny("LeaveEpoch")
                .actions("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                .resources(names.arn("dynamodb", "table/" + names.base()))
                .when(Condition.anyStringEquals("dynamodb:LeadingKeys", EPOCH_KEY))
                .build();
    }

    /** Under its own name only: no service speaks for another. */
    private static Statement sendEvents(ServiceNames names) {
        return Statement.allow("SendEvents")
                .actions("events:PutEvents")
                .resources(names.arn("events", "event-bus/" + names.project() + "-" + names.environment()))
                .when(Condition.stringEquals("events:source", ExchangePlan.SOURCE_PREFIX + names.service()))
                .build();
    }

    private static Statement useQueue(ServiceNames names) {
        return Statement.allow("UseQueue")
                .actions("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
                        "sqs:ReceiveMessage", "sqs:SendMessage")
                .resources(names.arn("sqs", names.base()))
                .build();
    }

    /**
     * The secret is read by name through Systems Manager's endpoint, which asks Secrets Manager with the caller's rights: so
     * both are needed, and no endpoint of Secrets Manager. Six random characters end a secret's ARN.
     */
    private static List<Statement> readSecret(ServiceNames names) {
        return List.of(
                Statement.allow("ReadSecret")
                        .actions("secretsmanager:GetSecretValue")
                        .resources(names.arn("secretsmanager", "secret:" + names.secret() + "-??????"))
                        .build(),
                Statement.allow("ReadSecretByReference")
                        .actions("ssm:GetParameter")
                        .resources(names.arn("ssm", "parameter/aws/reference/secretsmanager/" + names.secret()))
                        .build());
    }
}
