package dev.tandem.components.events;

import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;

/**
 * A region's bus and how its events reach the other region's.
 *
 * @param bus           name of the bus, the same in both regions
 * @param ruleName      rule that forwards
 * @param pattern       which events go: those of services that happened in this region, so that none comes back
 * @param otherBusArn   where they go
 * @param deadLetters   queue of what could not be delivered, within 24 hours
 * @param forwarding    role under which EventBridge delivers abroad
 * @param queuePolicy   who may put dead letters
 */
public record ExchangePlan(
        String bus,
        String ruleName,
        String pattern,
        String otherBusArn,
        String deadLetters,
        RolePlan forwarding,
        String queuePolicy) {

    /** Prefix of the source of every event that a service sends: {@code tandem.auth}. */
    public static final String SOURCE_PREFIX = "tandem.";

    /** Plans the exchange of a region with another one. Pure. */
    public static ExchangePlan of(FunctionRoles roles, String otherRegion) {
        String bus = roles.project() + "-" + roles.environment();
        String rule = bus + "-to-" + otherRegion;
        String other = "arn:aws:events:" + otherRegion + ":" + roles.accountId() + ":event-bus/" + bus;
        String pattern = "{\"region\":[\"" + roles.region() + "\"],\"source\":[{\"prefix\":\"" + SOURCE_PREFIX + "\"}]}";
        return new ExchangePlan(bus, rule, pattern, other, deadLetters(roles.project(), roles.environment()),
                roles.delivery(bus + "-forward", "Delivers events of this region's services to the bus in " + otherRegion,
                        bus + "/" + rule,
                        Statement.allow("PutEvents").actions("events:PutEvents").resources(other).build()),
                DeadLetters.policy(roles, deadLetters(roles.project(), roles.environment())));
    }

    /** The region's queue for events that were not delivered, of the bus and of functions. */
    public static String deadLetters(String project, String environment) {
        return project + "-" + environment + "-undelivered";
    }
}
