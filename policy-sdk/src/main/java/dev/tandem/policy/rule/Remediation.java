package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Value;
import java.util.Map;

/**
 * Mends a resource's inputs. Must be idempotent, applied to its own result it changes nothing, and thread-safe.
 *
 * <pre>{@code
 * Rule rule = Rule.resource("versioned").summary("Buckets keep versions").level(EnforcementLevel.REMEDIATE)
 *         .remediate(c -> Map.of("versioning", Values.of(Map.of("enabled", true))))
 *         .build();
 * }</pre>
 */
@FunctionalInterface
@PublicApi
public interface Remediation {

    /**
     * {@return the top-level properties to set; empty when nothing is to be mended} The others stay as they are, secrets
     * included. To change part of a property return the whole property, starting from its present value.
     *
     * @param context the resource that is mended
     */
    Map<String, Value> remediate(ResourceContext context);
}
