package dev.tandem.policies.network;

import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Optional;

/** A database is reached by its owner's services: not by whole ranges of addresses, and not by another team's groups. */
public final class DatabaseOwners implements StackCheck {

    static final List<String> TYPES = List.of("aws:rds/instance:Instance", "aws:rds/cluster:Cluster",
            "aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster", "aws:redshift/cluster:Cluster",
            "aws:elasticache/cluster:Cluster", "aws:elasticache/replicationGroup:ReplicationGroup",
            "aws:memorydb/cluster:Cluster", "aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain");

    @Override
    public void check(StackContext context) {
        String tag = Settings.text(context, "ownerTag").orElse("team");
        for (String type : TYPES) {
            context.each(context.graph().ofType(type), database -> {
                for (Resource group : Traffic.groupsOf(context.graph(), database)) {
                    context.each(Traffic.rules(context.graph(), group, true), said -> judge(context, database, said, tag));
                }
            });
        }
    }

    private static void judge(StackContext context, Resource database, Traffic.Said said, String tag) {
        Optional<String> owner = owner(database, tag);
        for (Resource peer : owner.isPresent() ? Traffic.peers(context.graph(), said) : List.<Resource>of()) {
            for (Resource carrier : Traffic.carriers(context.graph(), peer)) {
                Optional<String> other = owner(carrier, tag);
                if (other.isPresent() && !other.equals(owner)) {
                    context.violation(said.by(), said.rule().at(), "owner::" + carrier.name(), "lets "
                            + carrier.name() + " of " + other.get() + " reach " + database.name() + " of " + owner.get() + " through " + said.name()
                            + ", expected its owner's services, and an interface of the owner for others");
                    return;
                }
            }
        }
        for (Property range : said.rule().cidrs()) {
            String cidr = range.stringOr("");
            boolean one = cidr.endsWith("/32") || cidr.endsWith("/128") || !cidr.contains("/");
            if (!one && !World.isWorld(cidr)) {
                context.violation(said.by(), range, "range::" + cidr, "lets everything in " + cidr + " reach "
                        + database.name() + " through " + said.name() + ", expected its owner's security groups");
            }
        }
    }

    private static Optional<String> owner(Resource r, String tag) {
        for (String where : List.of("tags", "tagsAll")) {
            Property tags = r.get(where);
            if (tags.isKnown() && !tags.key(tag).isMissing()) {
                return tags.key(tag).string();
            }
        }
        return Optional.empty();
    }
}
