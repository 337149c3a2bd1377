package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** The metadata service of an instance answers only with a session token (IMDSv2). */
public final class MetadataTokens implements ResourceCheck {

    private static final String DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        DEFAULTS,
    };

    @Override
    public void check(ResourceContext context) {
        Resource resource = context.resource();
        if (First.nothing(options(resource)) && !First.nothing(resource.get("launchTemplate"))) {
            context.notApplicable("the launch template says how the metadata service answers");
            return;
        }
        Property tokens = option(resource, "httpTokens");
        Property endpoint = option(resource, "httpEndpoint");
        boolean off = endpoint.isKnown() && endpoint.is("disabled");
        if (!off && !tokens.stringOr("optional").equals("required")) {
            endpoint.requireKnown();
            Expect.report(context, tokens, "the instance's credentials can be had by a forged request", "required");
        }
    }

    /** What a resource says on the metadata service, or on that of machines which say nothing. */
    static Property option(Resource resource, String name) {
        return resource.type().equals(DEFAULTS) ? resource.get(name) : options(resource).at("[0]." + name);
    }

    private static Property options(Resource resource) {
        return First.of(resource, "metadataOptions", "launchTemplateData.metadataOptions");
    }
}
