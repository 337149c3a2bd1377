package dev.tandem.policies.container;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Set;

/** No container is privileged, gets dangerous capabilities, or shares namespaces with its host. */
public final class NoHostAccess implements ResourceCheck {

    private static final Set<String> DANGEROUS = Set.of("ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "NET_ADMIN");

    @Override
    public void check(ResourceContext context) {
        for (String mode : List.of("networkMode", "pidMode", "ipcMode")) {
            context.attempt(() -> {
                if (context.get(mode).is("host")) {
                    Expect.report(context, context.get(mode), "shares a namespace with its host", "anything but host");
                }
            });
        }
        context.attempt(() -> Containers.each(context, (name, container) -> {
            Property privileged = container.key("privileged");
            if (privileged.boolOr(false)) {
                context.violation(privileged, "container::" + name + "::privileged",
                        "container " + name + " is privileged, expected privileged = false");
            }
            context.each(container.at("linuxParameters.capabilities.add").items(), capability -> {
                if (DANGEROUS.contains(capability.stringOr("").replaceFirst("^CAP_", ""))) {
                    context.violation(capability, "container::" + name + "::" + capability.stringOr(""), "container "
                            + name + " gets the capability " + capability.stringOr("") + ", expected none like it");
                }
            });
        }));
    }
}
