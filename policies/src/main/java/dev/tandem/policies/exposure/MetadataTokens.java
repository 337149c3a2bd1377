package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** The metadata service of an instance answers only with a session token (IMDSv2). */
public final class MetadataTokens implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    };

    @Override
    public void check(ResourceContext context) {
        Property options = First.of(context.resource(), "metadataOptions", "launchTemplateData.metadataOptions");
        if (First.nothing(options) && !First.nothing(context.get("launchTemplate"))) {
            context.notApplicable("the launch template says how the metadata service answers");
            return;
        }
        Property tokens = options.at("[0].httpTokens");
        boolean off = options.at("[0].httpEndpoint").isKnown() && options.at("[0].httpEndpoint").is("disabled");
        if (!off && !tokens.stringOr("optional").equals("required")) {
            options.at("[0].httpEndpoint").requireKnown();
            Expect.report(context, tokens, "the instance's credentials can be had by a forged request", "required");
        }
    }
}
