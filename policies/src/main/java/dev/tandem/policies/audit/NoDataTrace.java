package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** APIs do not write whole requests and answers, with what people sent, into a log. */
public final class NoDataTrace {

    private static final String WRONG = "whole requests and answers are logged, with personal data in them";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            off("aws:apigateway/methodSettings:MethodSettings", WRONG, "settings[0].dataTraceEnabled"),
            off("aws:apigateway/stage:Stage", WRONG, "dataTraceEnabled").inEach("methodSettings"),
            off("aws:apigatewayv2/stage:Stage", WRONG, "defaultRouteSettings[0].dataTraceEnabled"),
            off("aws:apigatewayv2/stage:Stage", WRONG, "dataTraceEnabled").inEach("routeSettings"),
            off("aws:sfn/stateMachine:StateMachine", WRONG, "loggingConfiguration[0].includeExecutionData"));

    private NoDataTrace() {}
}
