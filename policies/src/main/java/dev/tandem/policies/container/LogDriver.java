package dev.tandem.policies.container;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Every container's output goes somewhere. */
public final class LogDriver implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Containers.each(context, (name, container) -> {
            Property driver = container.at("logConfiguration.logDriver");
            if (driver.stringOr("").isBlank() || driver.is("none")) {
                context.violation(driver, "container::" + name, "the output of container " + name
                        + " is lost: found no logConfiguration.logDriver, expected awslogs or awsfirelens");
            }
        });
    }
}
