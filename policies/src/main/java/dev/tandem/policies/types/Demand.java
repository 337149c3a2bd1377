package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.function.Predicate;

/**
 * What resources of one type have to say, for rules that ask the same of many types.
 *
 * @param type canonical type token
 * @param paths the property under the names that providers give it, see {@link First}
 * @param right whether a known value, or a missing one, is right
 * @param wrong what is wrong otherwise, without full stop
 * @param expected what the message asks for
 */
public record Demand(String type, List<String> paths, Predicate<Property> right, String wrong, String expected) {

    /** One path; the property must satisfy the test, also when it is missing. */
    public static Demand of(String type, String path, Predicate<Property> right, String wrong, String expected) {
        return new Demand(type, List.of(path.split("\\s*,\\s*")), right, wrong, expected);
    }

    /** The types of several demands, each once. */
    public static String[] types(List<Demand> demands) {
        return demands.stream().map(Demand::type).distinct().toArray(String[]::new);
    }

    /** Judges a resource by the demands on its type; an undecided one does not hide another. */
    public static void check(ResourceContext context, List<Demand> demands) {
        String type = AwsTypes.canonical(context.resource().type());
        context.each(demands, demand -> {
            if (demand.type().equals(type)) {
                Property p = First.of(context.resource(), demand.paths().toArray(String[]::new));
                if (!demand.right().test(p)) {
                    Expect.report(context, p, demand.wrong(), demand.expected());
                }
            }
        });
    }
}
