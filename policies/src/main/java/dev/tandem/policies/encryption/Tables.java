package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** DynamoDB tables and DAX clusters switch on encryption with KMS; the default of a table is a key owned by AWS. */
public final class Tables implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:dynamodb/table:Table", "aws:dynamodb/globalTable:GlobalTable", "aws:dax/cluster:Cluster",
    };

    @Override
    public void check(ResourceContext context) {
        if (context.resource().type().equals("aws:dynamodb/globalTable:GlobalTable")) {
            context.notApplicable("a global table of 2017 joins tables that each say their own encryption");
            return;
        }
        Property enabled = First.of(
                context.resource(), "serverSideEncryption.enabled", "serverSideEncryption[0].enabled", "sseSpecification.sseEnabled");
        if (!enabled.boolOr(false)) {
            Expect.report(context, enabled, "items are not encrypted with a KMS key of this account", "true");
        }
    }
}
