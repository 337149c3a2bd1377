package dev.tandem.policies.network;

import dev.tandem.policies.graph.Holders;
import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.statement.Patterns;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a task's role lets it call, its network lets it reach: through an endpoint of the service, or through the internet.
 * Otherwise calls hang until a time-out, on the first day or when somebody removes the NAT gateway.
 */
public final class MayCallCanReach implements StackCheck {

    /** Prefix of actions to the name of the endpoint, where they differ. */
    private static final Map<String, String> ENDPOINTS = Map.of(
            "cloudwatch", "monitoring", "kinesis", "kinesis-streams", "ecr", "ecr.api", "firehose", "kinesis-firehose");

    /** Services that have endpoints, and are called by programs. */
    private static final Set<String> CALLED = Set.of(
            "s3", "dynamodb", "sqs", "sns", "secretsmanager", "kms", "ssm", "events", "kinesis", "firehose", "states", "sts", "lambda", "ecr", "logs", "cloudwatch", "xray", "ssmmessages");

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:ecs/service:Service"), service -> {
            List<Resource> groups = Traffic.groupsOf(context.graph(), service);
            Set<String> called = groups.isEmpty() ? Set.of() : called(context, service);
            if (called.isEmpty()) {
                return;
            }
            List<Traffic.Said> out = new ArrayList<>();
            groups.forEach(g -> out.addAll(Traffic.rules(context.graph(), g, false)));
            if (out.stream().anyMatch(MayCallCanReach::toWorld)) {
                return;
            }
            if (context.graph().ofType("aws:ec2/vpc:Vpc").isEmpty()) {
                context.undecided(service.get("networkConfiguration"), "names a network that is made elsewhere");
                return;
            }
            List<String> closed = called.stream().filter(name -> !reaches(context, out, name)).toList();
            if (!closed.isEmpty()) {
                context.violation(service, service.get("networkConfiguration"), "reach", "the task role may call "
                        + String.join(", ", closed) + ", which the network has no way to: expected an endpoint that the"
                        + " service's security group may reach on tcp/443, or the right not to be there");
            }
        });
    }

    private static Set<String> called(StackContext context, Resource service) {
        Set<String> out = new TreeSet<>();
        for (Resource task : linked(context, service, "taskDefinition", "aws:ecs/taskDefinition:TaskDefinition")) {
            for (Resource role : linked(context, task, "taskRoleArn", "aws:iam/role:Role")) {
                context.each(Holders.documents(context.graph(), role), document ->
                        context.each(Statement.of(document), statement -> {
                            if (statement.allows()) {
                                statement.actions().forEach(a -> out.add(Patterns.service(a.stringOr(""))));
                            }
                        }));
            }
        }
        out.retainAll(CALLED);
        return out;
    }

    private static List<Resource> linked(StackContext context, Resource from, String path, String type) {
        return context.graph().ofType(type).stream()
                .filter(to -> !First.nothing(from.get(path)) && Links.between(from, path, to) == Link.YES).toList();
    }

    private static boolean toWorld(Traffic.Said said) {
        return World.in(said.rule()).isPresent() && https(said.rule());
    }

    private static boolean https(GroupRule rule) {
        return rule.allPorts() || rule.from().integerOr(-1) <= 443 && rule.to().integerOr(-1) >= 443;
    }

    private static boolean reaches(StackContext context, List<Traffic.Said> out, String name) {
        String suffix = "." + ENDPOINTS.getOrDefault(name, name);
        for (Resource endpoint : context.graph().ofType("aws:ec2/vpcEndpoint:VpcEndpoint")) {
            if (!endpoint.get("serviceName").requireKnown().stringOr("").endsWith(suffix)) {
                continue;
            }
            List<Resource> groups = Traffic.groupsOf(context.graph(), endpoint);
            boolean gateway = endpoint.get("vpcEndpointType").stringOr("Gateway").equals("Gateway");
            for (Traffic.Said said : out) {
                boolean there = gateway ? said.hasPrefixList() : !said.rule().cidrs().isEmpty()
                        || Traffic.peers(context.graph(), said).stream().anyMatch(groups::contains);
                if (there && https(said.rule())) {
                    return true;
                }
            }
        }
        return false;
    }
}
