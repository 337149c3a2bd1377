package dev.tandem.policies.audit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Set;

/** Firewalls and warehouses whose log is a resource of its own, or a switch of theirs. */
public final class LinkedLogs implements StackCheck {

    /** Who logs, the resource that makes it log, the property that links them, and the switch, if there is one. */
    private record Pair(String type, String log, String link, String own) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("aws:wafv2/webAcl:WebAcl", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
                    "resourceArn", ""),
            new Pair("aws:waf/webAcl:WebAcl", "", "", "loggingConfiguration[0].logDestination"),
            new Pair("aws:wafregional/webAcl:WebAcl", "", "", "loggingConfiguration[0].logDestination"),
            new Pair("aws:networkfirewall/firewall:Firewall",
                    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration", "firewallArn", ""),
            new Pair("aws:redshift/cluster:Cluster", "aws:redshift/logging:Logging", "clusterIdentifier",
                    "logging[0].enable"));

    @Override
    public void check(StackContext context) {
        for (Pair pair : PAIRS) {
            context.each(context.graph().ofType(pair.type()), one -> judge(context, pair, one));
        }
    }

    private static void judge(StackContext context, Pair pair, Resource one) {
        if (!pair.own().isEmpty() && switchedOn(one, pair.own())) {
            return;
        }
        Link best = pair.log().isEmpty()
                ? Link.NO : Links.strongest(context.graph().ofType(pair.log()), pair.link(), one);
        Links.required(context, one, best, "what it lets through and refuses leaves no trace: found no logging, expected "
                + (pair.log().isEmpty() ? pair.own() : pair.log().replaceAll(".*:", "a ") + " for it"),
                "a logging exists, for which resource cannot be told");
    }

    /** Whether the switch, or the target, is set; one that another resource gives is. */
    private static boolean switchedOn(Resource one, String path) {
        Property block = Declared.of(one, path.replaceAll("\\[.*", ""));
        if (block.isMissing()) {
            return false;
        }
        Property said = block.requireKnown().at("[0]." + path.substring(path.lastIndexOf('.') + 1));
        return said.isUnknown() || !Set.of("", "false").contains(said.stringOr(""));
    }
}
