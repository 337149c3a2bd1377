package dev.tandem.policies.transit;

import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Policies of queues and topics that let somebody in refuse requests without TLS. */
public final class MessageTransport implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:sqs/queuePolicy:QueuePolicy", "aws:sns/topicPolicy:TopicPolicy", "aws:sqs/queue:Queue", "aws:sns/topic:Topic",
    };

    @Override
    public void check(ResourceContext context) {
        Property document = First.of(context.resource(), "policy", "policyDocument");
        if (document.isMissing()) {
            context.notApplicable("no policy lets anybody in");
        } else if (Statement.of(document).stream().anyMatch(Statement::allows) && !SecureTransport.asked(document)) {
            context.violation(document, "the policy also lets in requests without TLS, expected a statement that denies"
                    + " them (Bool aws:SecureTransport false)");
        }
    }
}
