package dev.tandem.policies.container;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** Repositories forget old images, which nobody scans any more and everybody pays for. */
public final class RepositoryLifecycle implements StackCheck {

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:ecr/repository:Repository"), repository -> {
            Link best = !First.nothing(repository.get("lifecyclePolicy")) ? Link.YES
                    : Links.strongest(context.graph().ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy"), "repository", repository);
            Links.required(context, repository, best, "found no lifecycle policy for this repository, expected one that removes"
                    + " old and untagged images",
                    "a lifecycle policy exists, for which repository cannot be told");
        });
    }
}
