package dev.tandem.components.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** States that call an AWS API: ten seconds for each call, four tries. Pure. */
public final class Calls {

    /** Every error, as a handler names it. */
    public static final String ALL = "States.ALL";

    private static final int SECONDS = 10;
    private static final int TRIES = 4;

    private Calls() {}

    /** A call; handlers are added to it. */
    public static State.Task of(String resource, Map<String, Object> parameters, Optional<String> resultPath, String next) {
        return new State.Task(resource, parameters, resultPath, SECONDS, TRIES, Map.of(), next);
    }

    /** Publishes to a topic; the message is an expression of the States Language. */
    public static State.Task tell(String topicArn, String subject, String messageFormat, String next) {
        return of("arn:aws:states:::sns:publish",
                pairs("TopicArn", topicArn, "Subject", subject, "Message.$", messageFormat), Optional.empty(), next);
    }

    /** Keys and values in turns, kept in their order. */
    public static Map<String, Object> pairs(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
