package dev.tandem.dev;

import dev.tandem.auth.SignUpSaga;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteDocumentBuilder;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.mesh.store.RouteStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the stacks would have made: tables, queues with dead letters, the bus and its rules, the saga, routes. By the same names. */
public final class CloudResources {

    /** First part of all names. */
    public static final String BASE = "tandem-dev";

    /** The environment. */
    public static final String ENVIRONMENT = "dev";

    /** The SPIFFE trust domain. */
    public static final String TRUST_DOMAIN = "dev.tandem.internal";

    /** Failures after which a message goes to the dead letters. */
    public static final int MOST_RECEIVES = 5;

    private final Simulator aws;
    private final SqsClient sqs;
    private final EventBridgeClient bus;
    private final int stepSeconds;

    /** @param stepSeconds how long a step of the saga is waited for */
    public CloudResources(Simulator aws, int stepSeconds) {
        this.aws = aws;
        this.sqs = aws.client(SqsClient.builder());
        this.bus = aws.client(EventBridgeClient.builder());
        this.stepSeconds = stepSeconds;
    }

    /**
     * Makes all, in an empty simulator.
     *
     * @param canary the service whose routes know a second version, which has no share yet
     * @return the ARN of the saga's state machine
     */
    public String make(List<ServiceDescriptor> services, Optional<String> canary) {
        DynamoDbClient dynamo = aws.client(DynamoDbClient.builder());
        bus.createEventBus(create -> create.name(BASE));
        queue("relay");
        for (ServiceDescriptor service : services) {
            table(dynamo, service.name());
            queue(service.name());
        }
        for (ServiceDescriptor service : services) {
            service.subscriptions().forEach((publisher, types) ->
                    rule(service.name() + "-from-" + publisher, from(List.of(publisher), types), service.name()));
        }
        rule("sagas", "{\"$or\":[" + from(List.of(SignUpSaga.OWNER), List.of(SignUpSaga.STARTED_BY)) + ","
                + from(SignUpSaga.saga().participants(), List.of("CommandSucceeded", "CommandFailed")) + "]}", "relay");
        routes(dynamo, services, canary);
        aws.client(CloudWatchLogsClient.builder()).createLogGroup(create -> create.logGroupName("/tandem/" + ENVIRONMENT + "/operations"));
        return aws.client(SfnClient.builder()).createStateMachine(create -> create.name(BASE + "-sign-up")
                .roleArn("arn:aws:iam::" + Simulator.ACCOUNT + ":role/" + BASE + "-sagas")
                .definition(SignUpSaga.definition(this::queueUrl, stepSeconds))).stateMachineArn();
    }

    /** The URL of a service's queue. */
    public String queueUrl(String service) {
        return aws.endpoint() + "/" + Simulator.ACCOUNT + "/" + BASE + "-" + service;
    }

    /** The URL of a service's dead letters. */
    public String deadLettersUrl(String service) {
        return queueUrl(service) + "-dlq";
    }

    /** The name of a service's table. */
    public static String table(String service) {
        return BASE + "-" + service;
    }

    private void table(DynamoDbClient dynamo, String service) {
        dynamo.createTable(table -> table.tableName(table(service))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH), k -> k.attributeName("sk").keyType(KeyType.RANGE))
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
    }

    private void queue(String name) {
        sqs.createQueue(create -> create.queueName(BASE + "-" + name + "-dlq"));
        sqs.createQueue(create -> create.queueName(BASE + "-" + name).attributes(Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT, "30",
                QueueAttributeName.REDRIVE_POLICY, "{\"deadLetterTargetArn\":\"" + queueArn(name) + "-dlq\",\"maxReceiveCount\":\"" + MOST_RECEIVES + "\"}")));
    }

    private void rule(String name, String pattern, String queue) {
        bus.putRule(rule -> rule.name(BASE + "-" + name).eventBusName(BASE).eventPattern(pattern));
        bus.putTargets(targets -> targets.rule(BASE + "-" + name).eventBusName(BASE).targets(t -> t.id(queue).arn(queueArn(queue))));
    }

    /** Events of these types, by these services: whoever else says such a thing is not heard. */
    private static String from(List<String> services, List<String> types) {
        return "{\"source\":" + json(services.stream().map(service -> "tandem." + service).toList()) + ",\"detail-type\":" + json(types) + "}";
    }

    private static String queueArn(String name) {
        return "arn:aws:sqs:" + Simulator.REGION + ":" + Simulator.ACCOUNT + ":" + BASE + "-" + name;
    }

    private static String json(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").toList().toString();
    }

    private static void routes(DynamoDbClient dynamo, List<ServiceDescriptor> services, Optional<String> canary) {
        String table = RouteItems.tableName("tandem", ENVIRONMENT);
        dynamo.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName(RouteItems.SERVICE).attributeType(ScalarAttributeType.S),
                        a -> a.attributeName(RouteItems.ITEM).attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName(RouteItems.SERVICE).keyType(KeyType.HASH), k -> k.attributeName(RouteItems.ITEM).keyType(KeyType.RANGE)));
        RouteStore store = RouteStore.consistent(dynamo, table, Clock.systemUTC());
        for (ServiceDescriptor service : services) {
            List<String> callers = services.stream().filter(other -> other.calls().contains(service.name())).map(ServiceDescriptor::name).toList();
            RouteDocumentBuilder document = RouteDocument.builder(service.name()).in(ENVIRONMENT, TRUST_DOMAIN)
                    .path(Optional.of(service.path()))
                    .application(8080, service.path() + "/healthz")
                    .version(Task.STABLE, 100, 1)
                    .callers(callers).calls(service.calls());
            if (canary.equals(Optional.of(service.name()))) {
                document.version(Task.CANARY, 0, 0);
            }
            store.publish(document.build(), new RouteChange(RouteChange.first().live(), new TreeMap<>(Map.of(Task.STABLE, 1)), true), 0, "dev", "./tandem dev");
        }
    }
}
