package dev.tandem.policies.container;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Set;

/** A container says as which user it runs, and it isn't root, or the administrator of a Windows container. */
public final class NonRootUser implements ResourceCheck {

    private static final Set<String> ROOT = Set.of("", "0", "root");

    /** Who processes of a Windows container are unless told otherwise, with every right in it. */
    private static final String ADMINISTRATOR = "ContainerAdministrator";

    @Override
    public void check(ResourceContext context) {
        Containers.each(context, (name, container) -> {
            Property user = container.key("user");
            String who = user.stringOr("").replaceAll(":.*", "").trim();
            if (ROOT.contains(who) || who.equalsIgnoreCase(ADMINISTRATOR)) {
                context.violation(user, "container::" + name, "container " + name + (who.isEmpty()
                        ? " names no user, so the image decides" : " runs as " + who) + ", expected a user other than root");
            }
        });
    }
}
