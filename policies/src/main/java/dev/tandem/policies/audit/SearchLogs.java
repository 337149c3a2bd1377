package dev.tandem.policies.audit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Search domains write logs, for one rule at all, for another one who asked for what. */
public final class SearchLogs implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {"aws:elasticsearch/domain:Domain", "aws:opensearch/domain:Domain"};

    private final boolean audit;

    /** @param audit whether the audit log is asked for, or any log */
    public SearchLogs(boolean audit) {
        this.audit = audit;
    }

    @Override
    public void check(ResourceContext context) {
        Property options = context.get("logPublishingOptions");
        if (options.isMissing() || !on(options)) {
            Expect.report(context, options, audit ? "who searched for what leaves no trace" : "the domain leaves no trace",
                    audit ? "AUDIT_LOGS with a log group" : "logs with a log group");
        }
    }

    private boolean on(Property options) {
        options.requireKnown();
        boolean map = options.value().orElseThrow() instanceof Value.Fields && options.at("logType").isMissing();
        if (map) {
            return options.entries().entrySet().stream()
                    .anyMatch(e -> wanted(e.getKey()) && e.getValue().at("enabled").boolOr(true));
        }
        return options.items().stream()
                .anyMatch(o -> wanted(o.at("logType").stringOr("")) && o.at("enabled").boolOr(true));
    }

    private boolean wanted(String logType) {
        return audit ? logType.equals("AUDIT_LOGS") : !logType.isEmpty();
    }
}
