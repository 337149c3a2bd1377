package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Shared file systems are encrypted. */
public final class FileSystems implements ResourceCheck {

    /** Types that the rule looks at. FSx always encrypts and says with which key. */
    public static final String[] TYPES = {
        "aws:efs/fileSystem:FileSystem", "aws:efs/replicationConfiguration:ReplicationConfiguration",
    };

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).startsWith("aws:efs/replication")) {
            context.notApplicable("a replica that EFS makes is always encrypted");
            return;
        }
        Expect.on(context, "files are not encrypted at rest", "encrypted");
    }
}
