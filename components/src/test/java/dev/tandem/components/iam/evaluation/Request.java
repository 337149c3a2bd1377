package dev.tandem.components.iam.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call as IAM sees it.
 *
 * @param action   {@code service:Action}
 * @param resource ARN, or {@code *} for actions that know no resource
 * @param context  values by condition key
 */
public record Request(String action, String resource, Map<String, List<String>> context) {

    /** A call without context. */
    public static Request of(String action, String resource) {
        return new Request(action, resource, Map.of());
    }

    /** The same call with one more condition key. */
    public Request with(String key, String... values) {
        Map<String, List<String>> more = new TreeMap<>(context);
        more.put(key, List.of(values));
        return new Request(action, resource, more);
    }
}
