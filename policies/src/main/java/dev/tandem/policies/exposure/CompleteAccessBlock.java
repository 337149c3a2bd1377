package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.Remediation;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A public access block, of a bucket or of the account, has all four switches on. They close and open nothing else. */
public final class CompleteAccessBlock implements ResourceCheck, Remediation {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    };

    private static final List<String> SWITCHES =
            List.of("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets");

    @Override
    public void check(ResourceContext context) {
        context.each(SWITCHES, name -> Expect.on(context, "the block leaves a way open", name));
    }

    @Override
    public Map<String, Value> remediate(ResourceContext context) {
        Map<String, Value> out = new LinkedHashMap<>();
        SWITCHES.stream().filter(name -> !context.get(name).boolOr(false)).forEach(name -> out.put(name, new Value.Bool(true)));
        return out;
    }
}
