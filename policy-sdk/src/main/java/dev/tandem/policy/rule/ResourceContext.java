package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.List;

/**
 * One resource before a rule, with its inputs. Used by one call at a time, so not thread-safe.
 *
 * <pre>{@code
 * Rule rule = Rule.resource("bucket-encrypted").on("aws:s3/bucket:Bucket").summary("Buckets are encrypted").check(c -> {
 *     if (c.get("kmsKeyId").isMissing()) {
 *         c.violation(c.get("kmsKeyId"), "is missing, expected the ARN of a key");
 *     }
 * });
 * }</pre>
 */
@PublicApi
public final class ResourceContext extends CheckContext {

    private final Resource resource;

    ResourceContext(Verdict verdict, Resource resource, StackInfo stack, Property config) {
        super(verdict, stack, config);
        this.resource = resource;
    }

    /** {@return the resource that is judged} */
    public Resource resource() {
        return resource;
    }

    /**
     * {@return the property at a path without wildcards; see {@link Property#at}}
     *
     * @param path from the root of the properties
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     */
    public Property get(String path) {
        return resource.get(path);
    }

    /**
     * {@return the properties at a path with wildcards; see {@link Property#all}}
     *
     * @param path from the root of the properties
     * @throws IllegalArgumentException when the path is malformed
     */
    public List<Property> all(String path) {
        return resource.all(path);
    }

    /**
     * {@return whether the value at a path is marked secret; see {@link Resource#isSecret}}
     *
     * @param path from the root of the properties
     * @throws IllegalArgumentException when the path is malformed or has a wildcard
     */
    public boolean isSecret(String path) {
        return resource.isSecret(path);
    }

    /**
     * A violation by the resource as a whole.
     *
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(String message) {
        report(resource, resource.properties(), null, message);
    }

    /**
     * A violation at a property.
     *
     * @param at the property at fault
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(Property at, String message) {
        report(resource, at, null, message);
    }

    /**
     * A violation at a property, one of several that the rule can find on a resource.
     *
     * @param at the property at fault
     * @param detail stable text that tells it apart, such as {@code Action::s3:*}; never a list index
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(Property at, String detail, String message) {
        report(resource, at, detail, message);
    }
}
