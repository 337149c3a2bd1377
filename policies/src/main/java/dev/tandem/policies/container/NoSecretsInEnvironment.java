package dev.tandem.policies.container;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.regex.Pattern;

/** Secrets reach a container from Secrets Manager or Parameter Store, not as plain environment variables. */
public final class NoSecretsInEnvironment implements ResourceCheck {

    private static final Pattern NAME = Pattern.compile(
            "(?i)(.*[_-])?(password|passwd|pwd|secret|token|api[_-]?key|private[_-]?key|secret[_-]?access[_-]?key|credentials?)");

    /** Says where a secret is, or is none. */
    private static final Pattern VALUE_IS_A_PLACE = Pattern.compile("(?i)^(arn:|/|https?://|true$|false$|\\d{1,6}$).*|^$");

    @Override
    public void check(ResourceContext context) {
        Containers.each(context, (name, container) -> context.each(container.key("environment").items(), variable -> {
            String key = variable.key("name").stringOr("");
            Property value = variable.key("value");
            if (NAME.matcher(key).matches() && !VALUE_IS_A_PLACE.matcher(value.stringOr("")).matches()) {
                context.violation(value, "container::" + name + "::" + key, "container " + name
                        + " gets a secret in plain text: environment variable " + key + ", expected it under secrets with"
                        + " valueFrom");
            }
        }));
    }
}
