package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;

/**
 * All resources of a stack before a rule, with their outputs and dependencies. Used by one call at a time, so not
 * thread-safe.
 *
 * <pre>{@code
 * Rule rule = Rule.stack("bucket-with-policy").summary("Buckets have a policy").checkStack(c -> {
 *     for (Resource bucket : c.graph().ofType("aws:s3/bucket:Bucket")) {
 *         if (c.graph().referrers(bucket, "aws:s3/bucketPolicy:BucketPolicy", "bucket").isEmpty()) {
 *             c.violation(bucket, "has no policy");
 *         }
 *     }
 * });
 * }</pre>
 */
@PublicApi
public final class StackContext extends CheckContext {

    private static final Property NOWHERE = Property.of(dev.tandem.policy.model.PropertyPath.ROOT, null);
    private final ResourceGraph graph;

    StackContext(Verdict verdict, ResourceGraph graph, StackInfo stack, Property config) {
        super(verdict, stack, config);
        this.graph = graph;
    }

    /** {@return all resources and how they hang together} */
    public ResourceGraph graph() {
        return graph;
    }

    /**
     * A violation by the stack as a whole.
     *
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(String message) {
        report(null, NOWHERE, null, message);
    }

    /**
     * A violation by the stack as a whole, one of several.
     *
     * @param detail stable text that tells it apart
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(String detail, String message) {
        report(null, NOWHERE, detail, message);
    }

    /**
     * A violation by one resource.
     *
     * @param resource the one at fault
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(Resource resource, String message) {
        report(resource, resource.properties(), null, message);
    }

    /**
     * A violation by one resource at a property.
     *
     * @param resource the one at fault
     * @param at its property at fault
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(Resource resource, Property at, String message) {
        report(resource, at, null, message);
    }

    /**
     * A violation by one resource at a property, one of several; see {@link ResourceContext#violation}.
     *
     * @param resource the one at fault
     * @param at its property at fault
     * @param detail stable text that tells it apart; never a list index
     * @param message what was found and what was expected; secrets in it are taken out
     */
    public void violation(Resource resource, Property at, String detail, String message) {
        report(resource, at, detail, message);
    }
}
