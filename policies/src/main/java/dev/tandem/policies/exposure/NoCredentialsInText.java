package dev.tandem.policies.exposure;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** No text of a resource holds an access key or a private key, not even in base64 as user data does. */
public final class NoCredentialsInText implements ResourceCheck {

    private static final Pattern CREDENTIAL = Pattern.compile(
            "\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|-----BEGIN ([A-Z]+ )?PRIVATE KEY-----"
                    + "|(?i:secret_?access_?key)\\W{1,6}[A-Za-z0-9/+]{40}\\b|\\b(ghp|gho|ghs)_[A-Za-z0-9]{36}\\b"
                    + "|\\bxox[abps]-[A-Za-z0-9-]{10,}|\\b(?:https?|ftp|postgres(?:ql)?|mysql|mongodb(?:\\+srv)?|redis|amqps?)://"
                    + "[^/\\s:@${}]*:(?!\\$|\\{|<|%|\\*)[^/\\s:@]{3,}@");
    private static final Pattern SECRET_KEY = Pattern.compile("[A-Za-z0-9/+]{40}");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)(aws_?)?secret(_?access)?_?key");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{40,}={0,2}\\s*");

    @Override
    public void check(ResourceContext context) {
        Deque<Property> open = new ArrayDeque<>();
        open.push(context.resource().properties());
        while (!open.isEmpty()) {
            Property p = open.pop();
            Value value = p.value().orElse(null);
            if (value instanceof Value.Fields) {
                p.entries().values().forEach(open::push);
            } else if (value instanceof Value.Items) {
                p.items().forEach(open::push);
            } else if (value instanceof Value.Text text && !p.isSecret()
                    && (holds(text.value()) || isSecretKey(p, text.value()))) {
                context.violation(p, p.path().toString().replaceAll("\\[\\d+]", ""), "holds a credential in plain text,"
                        + " expected a reference to Secrets Manager or a role");
            }
        }
    }

    /** A secret key has no mark of its own; its property's or variable's name gives it away. */
    private static boolean isSecretKey(Property at, String text) {
        List<PropertyPath.Segment> path = at.path().segments();
        return SECRET_KEY.matcher(text).matches() && text.matches(".*[a-z].*") && text.matches(".*[A-Z].*")
                && text.matches(".*\\d.*") && !path.isEmpty() && path.get(path.size() - 1) instanceof PropertyPath.Key key
                && SECRET_NAME.matcher(key.name()).matches();
    }

    private static boolean holds(String text) {
        if (CREDENTIAL.matcher(text).find()) {
            return true;
        }
        if (text.length() > 100_000 || !BASE64.matcher(text).matches()) {
            return false;
        }
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(text);
            return CREDENTIAL.matcher(new String(decoded, java.nio.charset.StandardCharsets.ISO_8859_1)).find();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
