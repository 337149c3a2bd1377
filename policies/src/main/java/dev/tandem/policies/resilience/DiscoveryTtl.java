package dev.tandem.policies.resilience;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Names of services are forgotten within 5 to 10 seconds, so that callers notice where a service went. */
public final class DiscoveryTtl implements ResourceCheck {

    private static final long LEAST = 5;
    private static final long MOST = 10;

    @Override
    public void check(ResourceContext context) {
        context.each(context.get("dnsConfig[0].dnsRecords").items(), record -> {
            Property ttl = record.key("ttl");
            long seconds = ttl.integerOr(0);
            if (seconds < LEAST || seconds > MOST) {
                context.violation(ttl, "record::" + record.key("type").stringOr(""), "found a TTL of " + seconds
                        + " seconds, expected " + LEAST + " to " + MOST);
            }
        });
    }
}
