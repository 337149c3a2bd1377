package dev.tandem.e2e.bridge;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the Terraform argument that belongs to a Pulumi property: {@code vpc_id} to {@code vpcId}, {@code rule} to
 * {@code rules}, since Pulumi writes words together, names lists in the plural, and what may be there once in the singular.
 */
final class PropertyNames {

    /** Names that Pulumi chose by hand, by Terraform type and argument. */
    private static final Map<String, Map<String, String>> CHOSEN = Map.of(
            "aws_lambda_function", Map.of("function_name", "name", "filename", "code"),
            "aws_lambda_permission", Map.of("function_name", "function"),
            "aws_cloudwatch_metric_alarm", Map.of("alarm_name", "name"),
            "aws_sns_topic_subscription", Map.of("topic_arn", "topic"),
            "aws_cloudwatch_log_subscription_filter", Map.of("log_group_name", "logGroup"));

    private PropertyNames() {}

    /**
     * The arguments by property; what has no counterpart is left out.
     *
     * @param type the Terraform type, empty for an object within one
     */
    static Map<String, String> of(String type, Collection<String> arguments, Collection<String> properties) {
        Map<String, String> byLower = new HashMap<>();
        properties.forEach(property -> byLower.put(property.toLowerCase(Locale.ROOT), property));
        Map<String, String> found = new LinkedHashMap<>();
        List<String> left = arguments.stream().filter(argument -> {
            String chosen = CHOSEN.getOrDefault(type, Map.of()).getOrDefault(argument, camel(argument));
            String property = byLower.get(chosen.toLowerCase(Locale.ROOT));
            if (property != null) {
                found.put(property, argument);
            }
            return property == null;
        }).toList();
        for (String argument : left) {
            otherNumbers(camel(argument)).stream()
                    .map(form -> byLower.get(form.toLowerCase(Locale.ROOT)))
                    .filter(property -> property != null && !found.containsKey(property))
                    .findFirst()
                    .ifPresent(property -> found.put(property, argument));
        }
        return found;
    }

    private static List<String> otherNumbers(String name) {
        return List.of(name + "s", name + "es", chopped(name, 1) + "ies", chopped(name, 1), chopped(name, 2), chopped(name, 3) + "y");
    }

    private static String chopped(String name, int letters) {
        return name.length() > letters ? name.substring(0, name.length() - letters) : name;
    }

    private static String camel(String argument) {
        StringBuilder camel = new StringBuilder();
        for (String word : argument.split("_+")) {
            camel.append(camel.isEmpty() || word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
