package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Stacks of CloudFormation tell a topic what changes, since Pulumi sees only that they did. */
public final class StackEvents {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present("aws:cloudformation/stack:Stack", "nobody hears what changes in the stack", "the ARN of a topic",
                    "notificationArns", "notificationARNs"));

    private StackEvents() {}
}
