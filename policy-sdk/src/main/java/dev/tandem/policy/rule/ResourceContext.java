package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.List;

/**
 * One resource before a rule, with its inputs. Used by one call at a time.
 *
 * <pre>{@code
 * Rule.resource("bucket-encrypted").on("aws:s3/bucket:Bucket").summary("Buckets are encrypted").check(c -> {
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

    /** The resource that is judged. */
    public Resource resource() {
        return resource;
    }

    /** See {@link Property#at}. */
    public Property get(String path) {
        return resource.get(path);
    }

    /** See {@link Property#all}. */
    public List<Property> all(String path) {
        return resource.all(path);
    }

    /** See {@link Resource#isSecret}. */
    public boolean isSecret(String path) {
        return resource.isSecret(path);
    }

    /** A violation by the resource as a whole. */
    public void violation(String message) {
        report(resource, resource.properties(), null, message);
    }

    /** A violation at a property. */
    public void violation(Property at, String message) {
        report(resource, at, null, message);
    }

    /**
     * A violation at a property, one of several that the rule can find on a resource.
     *
     * @param detail stable text that tells it apart, such as {@code Action::s3:*}; never a list index
     */
    public void violation(Property at, String detail, String message) {
        report(resource, at, detail, message);
    }
}
