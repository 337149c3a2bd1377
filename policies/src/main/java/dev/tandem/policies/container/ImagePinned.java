package dev.tandem.policies.container;

import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** An image is named by digest, or by a tag that says which one it is. */
public final class ImagePinned implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Containers.each(context, (name, container) -> {
            String image = container.key("image").stringOr("");
            String last = image.substring(image.lastIndexOf('/') + 1);
            int colon = last.indexOf(':');
            String tag = colon < 0 ? "" : last.substring(colon + 1);
            boolean pinned = last.contains("@sha256:") || !tag.isBlank() && !tag.equals("latest");
            if (!pinned) {
                context.violation(container.key("image"), "container::" + name, "container " + name + " runs image \""
                        + image + "\", expected a digest, or a tag other than latest in a repository with immutable tags");
            }
        });
    }
}
