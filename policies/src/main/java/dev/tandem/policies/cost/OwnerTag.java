package dev.tandem.policies.cost;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.Remediation;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What costs money says who pays: a tag of its own, or one of its provider's default tags. At level remediate the tag is
 * added from the stack's {@code costOwner}; without that nothing is mended.
 */
public final class OwnerTag implements ResourceCheck, Remediation {

    private static final List<String> NAMES = List.of("costowner", "owner", "costcenter", "costcentre", "team");
    private static final String TAG = "CostOwner";

    private static final String GROUP = "aws:autoscaling/group:Group";

    /** Types that cost money by being there. */
    public static final String[] TYPES = {
        "aws:ec2/instance:Instance", "aws:ec2/natGateway:NatGateway", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:ec2/eip:Eip",
        "aws:ebs/volume:Volume", "aws:efs/fileSystem:FileSystem", "aws:s3/bucket:Bucket", "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster", "aws:dynamodb/table:Table", "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster", "aws:opensearch/domain:Domain", "aws:redshift/cluster:Cluster",
        "aws:msk/cluster:Cluster", "aws:kinesis/stream:Stream", "aws:ecs/service:Service", "aws:eks/cluster:Cluster",
        "aws:lambda/function:Function", "aws:lb/loadBalancer:LoadBalancer", "aws:kms/key:Key",
        "aws:secretsmanager/secret:Secret", "aws:ecr/repository:Repository", "aws:cloudwatch/logGroup:LogGroup", GROUP,
    };

    @Override
    public void check(ResourceContext context) {
        if (context.resource().type().startsWith("aws-native:")) {
            context.notApplicable("tags of aws-native are set by its provider's default tags, which rules do not see");
            return;
        }
        if (named(context)) {
            return;
        }
        Property tags = tags(context);
        context.violation(tags, "nobody is named who pays for it: found " + tags + ", expected a tag such as " + TAG
                + (isGroup(context) ? ", which its machines get with propagateAtLaunch" : ", here or in the provider's default tags"));
    }

    @Override
    public Map<String, Value> remediate(ResourceContext context) {
        Optional<String> owner = Settings.text(context, "costOwner");
        if (owner.isEmpty() || context.resource().type().startsWith("aws-native:") || named(context)) {
            return Map.of();
        }
        return Map.of("tags", isGroup(context) ? oneMore(context.get("tags"), owner.get()) : with(context.get("tags"), owner.get()));
    }

    private static Value with(Property tags, String owner) {
        Map<String, Value> all = new LinkedHashMap<>();
        tags.entries().forEach((name, value) -> marked(value).ifPresent(v -> all.put(name, v)));
        all.put(TAG, new Value.Text(owner));
        return new Value.Fields(all);
    }

    private static Value oneMore(Property tags, String owner) {
        List<Value> all = new ArrayList<>();
        tags.items().forEach(tag -> marked(tag).ifPresent(all::add));
        all.add(new Value.Fields(Map.of("key", new Value.Text(TAG), "value", new Value.Text(owner), "propagateAtLaunch", new Value.Bool(true))));
        return new Value.Items(all);
    }

    /** The value, still secret if it was. */
    private static Optional<Value> marked(Property property) {
        return property.value().map(v -> property.isSecret() ? new Value.Secret(v) : v);
    }

    private static Property tags(ResourceContext context) {
        return First.of(context.resource(), "tags", "tagsAll");
    }

    private static boolean named(ResourceContext context) {
        Property tags = tags(context);
        return isGroup(context) ? isOwner(tags.items().stream().map(tag -> tag.at("key").stringOr(""))) : has(tags) || byDefault(context);
    }

    /** Tags of a group are a list, and are no default tags: they are for its machines. */
    private static boolean isGroup(ResourceContext context) {
        return AwsTypes.canonical(context.resource().type()).equals(GROUP);
    }

    /** The engine hands a provider's nested settings over as JSON text. */
    private static boolean byDefault(ResourceContext context) {
        return context.resource().provider()
                .filter(p -> has(p.properties().key("defaultTags").json().at("[0].tags"))).isPresent();
    }

    private static boolean has(Property tags) {
        return isOwner(tags.entries().keySet().stream());
    }

    private static boolean isOwner(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .anyMatch(name -> NAMES.stream().anyMatch(name::endsWith));
    }
}
