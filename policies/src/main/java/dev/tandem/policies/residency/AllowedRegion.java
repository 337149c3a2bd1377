package dev.tandem.policies.residency;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every resource is in an allowed region, through its provider. One finding per provider, however many resources it
 * manages; resources of global services do not count.
 */
public final class AllowedRegion implements StackCheck {

    private static final int SHOWN = 5;

    @Override
    public void check(StackContext context) {
        List<String> allowed = Settings.allowedRegions(context);
        Map<String, List<Resource>> byProvider = new LinkedHashMap<>();
        Map<String, Provider> providers = new LinkedHashMap<>();
        for (Resource r : context.graph().all()) {
            Optional<Provider> provider = r.provider().filter(p -> isAws(p.type()));
            boolean counts = provider.isPresent() && First.nothing(r.get("region"))
                    && GlobalServices.reason(context.graph().typeOf(r), r).isEmpty();
            if (counts) {
                providers.putIfAbsent(provider.get().urn(), provider.get());
                byProvider.computeIfAbsent(provider.get().urn(), u -> new ArrayList<>()).add(r);
            }
        }
        context.each(byProvider.entrySet(), e -> judge(context, providers.get(e.getKey()), e.getValue(), allowed));
    }

    private static boolean isAws(String type) {
        return type.equals("pulumi:providers:aws") || type.equals("pulumi:providers:aws-native");
    }

    private static void judge(StackContext context, Provider provider, List<Resource> managed, List<String> allowed) {
        Property region = provider.properties().at("region");
        Optional<String> found = region.string().or(() -> Optional.ofNullable(context.stack().config().get("aws:region")));
        if (found.isEmpty()) {
            context.undecided(region, "of provider " + provider.name() + " is not set, the environment decides");
        } else if (!allowed.contains(found.get())) {
            Resource about = context.graph().find(provider.urn()).orElse(managed.get(0));
            String names = String.join(", ", managed.stream().limit(SHOWN).map(Resource::name).toList());
            context.violation(about, region, "provider " + provider.name() + " puts " + managed.size()
                    + (managed.size() == 1 ? " resource (" : " resources (") + names
                    + (managed.size() > SHOWN ? ", …" : "") + ") into " + found.get() + ", expected one of " + allowed);
        }
    }
}
