package dev.tandem.policies.audit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;

/** Every VPC records who talked to whom. */
public final class FlowLogs implements StackCheck {

    @Override
    public void check(StackContext context) {
        List<Resource> networks = new ArrayList<>(context.graph().ofType("aws:ec2/vpc:Vpc"));
        networks.addAll(context.graph().ofType("aws:ec2/defaultVpc:DefaultVpc"));
        // What was refused is what shows an attack.
        List<Resource> logs = context.graph().ofType("aws:ec2/flowLog:FlowLog").stream()
                .filter(log -> !(log.get("trafficType").isKnown() && log.get("trafficType").is("ACCEPT"))).toList();
        context.each(networks, vpc -> {
            Link best = Links.strongest(logs, log -> {
                Link link = Links.between(log, "vpcId", vpc);
                return link == Link.NO ? Links.between(log, "resourceId", vpc) : link;
            });
            Links.required(context, vpc, best, "found no FlowLog for this VPC, expected one with trafficType ALL or REJECT",
                    "a flow log exists, for which VPC cannot be told");
        });
    }
}
