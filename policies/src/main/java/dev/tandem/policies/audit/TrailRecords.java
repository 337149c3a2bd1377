package dev.tandem.policies.audit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A trail is switched on and leaves out no management events and no global services. */
public final class TrailRecords implements ResourceCheck {

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
        });
    }
}
