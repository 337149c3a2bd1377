package dev.tandem.policies.network;

import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A service is reached by those only whom it declares: its callers, the load balancer when it has a path, and the peer's
 * network. Who declares what comes from the stack's {@code services} and {@code peer}.
 */
public final class DeclaredCallers implements StackCheck {

    private static final Set<String> BALANCERS = Set.of(
            "aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer");

    @Override
    public void check(StackContext context) {
        Property services = json(context, "services");
        if (services.isMissing()) {
            context.notApplicable("nobody declares callers: the stack has no services");
            return;
        }
        List<String> ranges = new ArrayList<>(Settings.texts(context, "callerRanges").orElse(List.of()));
        json(context, "peer").at("cidr").string().ifPresent(ranges::add);
        Reach reach = new Reach(context.graph());
        context.each(context.graph().ofType("aws:ecs/service:Service"), service -> {
            Optional<String> name = nameOf(context, service, services);
            if (name.isPresent()) {
                for (Resource group : Traffic.groupsOf(context.graph(), service)) {
                    context.each(Traffic.rules(context.graph(), group, true), said ->
                            judge(context, name.get(), services, said, ranges, () -> fromInternet(reach, service)));
                }
            }
        });
    }

    private static void judge(StackContext context, String name, Property services, Traffic.Said said, List<String> ranges,
            Supplier<String> way) {
        Property declared = services.key(name);
        List<String> callers = declared.at("callers").strings();
        for (Resource peer : Traffic.peers(context.graph(), said)) {
            for (Resource carrier : Traffic.carriers(context.graph(), peer)) {
                Optional<String> caller = nameOf(context, carrier, services);
                boolean balancer = BALANCERS.contains(context.graph().typeOf(carrier));
                boolean known = caller.isPresent() ? caller.get().equals(name) || callers.contains(caller.get())
                        : balancer && !declared.at("path").isMissing();
                if (!known) {
                    context.violation(said.by(), said.rule().at(), "caller::" + caller.orElse(carrier.name()), "lets "
                            + caller.orElse(carrier.name()) + " reach " + name + " through " + said.name()
                            + ", expected only its declared callers " + callers + way.get());
                    return;
                }
            }
        }
        for (Property range : said.rule().cidrs()) {
            String cidr = range.stringOr("");
            if (!World.isWorld(cidr) && !ranges.contains(cidr)) {
                context.violation(said.by(), range, "caller::" + cidr, "lets " + cidr + " reach " + name + " through "
                        + said.name() + ", expected only its declared callers " + callers + " and ranges " + ranges);
            }
        }
    }

    /** The chain of rules from the internet, where there is one. */
    private static String fromInternet(Reach reach, Resource service) {
        String chain = reach.chains(service).get(Reach.INTERNET);
        return chain == null ? "" : "; a way from the internet: " + chain;
    }

    /** By its own name, or by the component's that it belongs to. */
    private static Optional<String> nameOf(StackContext context, Resource r, Property services) {
        Set<String> names = services.entries().keySet();
        Optional<String> own = names.contains(r.name()) ? Optional.of(r.name()) : Optional.empty();
        return own.or(() -> r.parent().flatMap(Urn::read).map(Urn::name).filter(names::contains));
    }

    private static Property json(StackContext context, String key) {
        return Property.of(PropertyPath.ROOT, context.stack().config(key).<Value>map(Value.Text::new).orElse(null)).json();
    }
}
