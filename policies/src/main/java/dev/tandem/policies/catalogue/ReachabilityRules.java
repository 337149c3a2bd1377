package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.network.DatabaseBehindService;
import dev.tandem.policies.network.DatabaseOwners;
import dev.tandem.policies.network.DeclaredCallers;
import dev.tandem.policies.network.MayCallCanReach;
import dev.tandem.policies.network.ReachableAsDeclared;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What can reach what, by security groups as a graph. */
final class ReachabilityRules {

    private ReachabilityRules() {}

    static List<Rule> rules() {
        return List.of(
                network(stackMust("sg-declared-callers", Severity.HIGH))
                        .says("Services are reached by their declared callers only")
                        .fix("Remove the rule that the message names, or declare the caller in the stack's services.")
                        .texts("callerRanges", "CIDRs that may reach every service, besides the peer's")
                        .check(new DeclaredCallers()),
                network(stackAdvice("task-can-reach-what-it-calls", Severity.MEDIUM))
                        .says("What a task may call, its network can reach")
                        .fix("Add an endpoint and a rule to it on tcp/443, or take the right from the role.")
                        .check(new MayCallCanReach()),
                network(stackAdvice("database-reached-by-owner", Severity.MEDIUM))
                        .says("Databases are reached by their owner's services only")
                        .fix("Take the security groups of the owner's services as source.")
                        .text("ownerTag", "tag that names who owns a database or service; by default team")
                        .check(new DatabaseOwners()),
                network(stackAdvice("database-behind-service", Severity.HIGH))
                        .says("A load balancer and a service are between the internet and a database")
                        .fix("Take the service's security group as source, and close it to the internet.")
                        .check(new DatabaseBehindService()),
                network(stackAdvice("reachable-as-declared", Severity.MEDIUM))
                        .says("What is declared is reached by what it names only, over any number of hops")
                        .fix("Remove one of the rules that the message lists, or add the beginning to eu-compliance:reachableFrom.")
                        .text("reachableFrom", "names of services, databases and endpoints to lists of what may reach them:"
                                + " names of resources, CIDRs, or the internet")
                        .check(new ReachableAsDeclared()));
    }

    private static Entry network(Entry entry) {
        return entry.gdpr("Art. 25(2)", "Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.20", "A.8.22");
    }
}
