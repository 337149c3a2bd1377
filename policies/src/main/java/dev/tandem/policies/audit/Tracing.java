package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Functions, APIs and state machines leave traces, so that a slow or failed call can be followed through them. */
public final class Tracing {

    private static final String LOST = "a call is lost where it passes through here";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:lambda/function:Function", LOST, "Active|PassThrough", "Active", "tracingConfig[0].mode"),
            on("aws:apigateway/stage:Stage", LOST, "xrayTracingEnabled", "tracingEnabled"),
            on("aws:sfn/stateMachine:StateMachine", LOST, "tracingConfiguration[0].enabled"),
            on("aws:appsync/graphQLApi:GraphQLApi", LOST, "xrayEnabled"));

    private Tracing() {}
}
