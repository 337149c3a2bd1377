package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/**
 * Secrets and their replicas name a customer key: under aws/secretsmanager every principal of the account that may
 * read may decrypt.
 */
public final class Secrets implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property key = context.get("kmsKeyId");
        if (isNotOwn(key)) {
            Expect.report(context, key, "the secret is not encrypted with a customer key", "the ARN of a KMS key");
            return;
        }
        context.each(First.of(context.resource(), "replicas", "replicaRegions").items(), replica -> {
            Property other = replica.at("kmsKeyId");
            if (isNotOwn(other)) {
                String region = replica.at("region").stringOr("");
                context.violation(other, "replica::" + region, "the replica in " + region
                        + " is not encrypted with a customer key: found " + other + ", expected a key of " + region);
            }
        });
    }

    private static boolean isNotOwn(Property key) {
        return Expect.isBlank(key) || key.isKnown() && key.stringOr("").endsWith("alias/aws/secretsmanager");
    }
}
