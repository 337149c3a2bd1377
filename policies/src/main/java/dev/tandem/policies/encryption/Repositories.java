package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Set;

/** Image repositories are encrypted with KMS; the default, AES256, uses a key that ECR keeps to itself. */
public final class Repositories implements ResourceCheck {

    private static final Set<String> KMS = Set.of("KMS", "KMS_DSSE");

    @Override
    public void check(ResourceContext context) {
        Property encryption = First.of(context.resource(), "encryptionConfigurations", "encryptionConfiguration");
        Property type = encryption.at("[0].encryptionType");
        if (!KMS.contains(type.stringOr(""))) {
            Expect.report(context, type, "images are not encrypted with KMS", "KMS");
        }
    }
}
