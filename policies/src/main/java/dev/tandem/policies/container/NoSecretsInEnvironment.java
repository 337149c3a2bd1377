package dev.tandem.policies.container;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Secrets reach a container from Secrets Manager or Parameter Store, not as plain environment variables. */
public final class NoSecretsInEnvironment implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Containers.each(context, (name, container) -> context.each(container.key("environment").items(), variable -> {
            String key = variable.key("name").stringOr("");
            Property value = variable.key("value");
            if (SecretName.carries(key, value.stringOr(""))) {
                context.violation(value, "container::" + name + "::" + key, "container " + name
                        + " gets a secret in plain text: environment variable " + key + ", expected it under secrets with"
                        + " valueFrom");
            }
        }));
    }
}
