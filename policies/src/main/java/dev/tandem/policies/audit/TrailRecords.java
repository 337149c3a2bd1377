package dev.tandem.policies.audit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Set;

/** A trail is switched on and leaves out no management events and no global services. */
public final class TrailRecords implements ResourceCheck {

    private static final Set<String> LIMITS = Set.of("readOnly", "eventSource", "eventName", "userIdentity.arn");

    @Override
    public void check(ResourceContext context) {
        context.attempt(() -> Expect.notOff(context, "the trail is switched off", "enableLogging", "isLogging"));
        context.attempt(() -> Expect.notOff(
                context, "IAM and other global services are left out", "includeGlobalServiceEvents"));
        context.each(context.get("eventSelectors").items(), selector -> {
            Property management = selector.at("includeManagementEvents");
            if (!management.boolOr(true)) {
                Expect.report(context, management, "management events are left out", "true");
            }
            Property kind = selector.at("readWriteType");
            if (!kind.stringOr("All").equals("All")) {
                Expect.report(context, kind, "some management events are left out", "All");
            }
            Property without = selector.at("excludeManagementEventSources");
            if (!without.items().isEmpty()) {
                Expect.report(context, without, "events of these services are left out", "none");
            }
        });
        context.attempt(() -> advanced(context, context.get("advancedEventSelectors")));
    }

    /** Advanced selectors replace the default: one of them has to be about all management events. */
    private static void advanced(ResourceContext context, Property selectors) {
        for (Property selector : selectors.items()) {
            List<Property> fields = selector.at("fieldSelectors").items();
            boolean management = fields.stream()
                    .anyMatch(f -> f.at("field").is("eventCategory") && f.at("equals").strings().contains("Management"));
            if (management && fields.stream().noneMatch(f -> LIMITS.contains(f.at("field").stringOr("")))) {
                return;
            }
        }
        if (!selectors.items().isEmpty()) {
            Expect.report(context, selectors, "some management events are left out",
                    "a selector with eventCategory Management and no other limit");
        }
    }
}
