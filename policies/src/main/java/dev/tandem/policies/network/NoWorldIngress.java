package dev.tandem.policies.network;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nothing comes in from the whole internet, on any port. TCP 443 and 80 are judged by {@link WorldWebOnlyOnLoadBalancer},
 * which can see whose group it is.
 */
public final class NoWorldIngress implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = Stream.concat(Stream.of(GroupRules.TYPES), Stream.of(
            "aws:ec2/managedPrefixList:ManagedPrefixList", "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
            "aws:ec2/prefixList:PrefixList")).toArray(String[]::new);

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).toLowerCase(Locale.ROOT).contains("prefixlist")) {
            prefixes(context);
            return;
        }
        context.each(GroupRules.of(context.resource()), rule -> {
            if (!rule.ingress()) {
                return;
            }
            Optional<Property> world = World.in(rule);
            if (world.isPresent() && !isWeb(rule)) {
                String detail = rule.ports() + "::" + world.get().stringOr("");
                context.violation(world.get(), detail, "lets the whole internet (" + world.get().stringOr("") + ") in on "
                        + describe(rule) + ", expected a source security group or the ranges of known callers");
            }
        });
    }

    /** What names a prefix list is as open as the list. */
    private static void prefixes(ResourceContext context) {
        List<Property> ranges = new ArrayList<>(context.get("entries").items().stream().map(e -> e.at("cidr")).toList());
        ranges.add(context.get("cidr"));
        context.each(ranges, range -> {
            if (World.isWorld(range.stringOr(""))) {
                context.violation(range, "prefix::" + range.stringOr(""), "the prefix list holds the whole internet ("
                        + range.stringOr("") + "), and every rule that names it lets it in; expected the ranges of known callers");
            }
        });
    }

    static boolean isWeb(GroupRule rule) {
        return rule.isTcpPort(443) || rule.isTcpPort(80);
    }

    private static String describe(GroupRule rule) {
        return rule.allPorts() ? "all ports" : rule.ports();
    }
}
