package dev.tandem.policies.container;

import java.util.regex.Pattern;

/** Whether an environment variable carries a secret, by its name and the form of its value. */
public final class SecretName {

    private static final Pattern NAME = Pattern.compile("(?i)(.*[_-])?(password|passwd|pwd|secret|token|api[_-]?key|"
            + "private[_-]?key|access[_-]?key([_-]?id)?|secret[_-]?access[_-]?key|credentials?)");

    /** Says where a secret is, or is none; {@code orders/db} is the name of one, as Secrets Manager has them. */
    private static final Pattern VALUE_IS_A_PLACE = Pattern.compile("(?i:^(arn:|/|https?://|\\{\\{resolve:|\\$\\{|true$|false$|\\d{1,6}$).*|^$)"
            + "|[a-z][a-z0-9_.-]*(/[a-z0-9_.-]+)+");

    /** Forms of AWS' own credentials, whatever the variable is called. */
    private static final Pattern AWS_KEY = Pattern.compile("(AKIA|ASIA)[A-Z0-9]{16}|[A-Za-z0-9/+]{40}");

    private SecretName() {}

    /** Whether this pair is a secret in plain text. */
    public static boolean carries(String name, String value) {
        boolean key = AWS_KEY.matcher(value).matches()
                && (value.length() == 20 || value.matches(".*[a-z].*") && value.matches(".*[A-Z].*") && value.matches(".*\\d.*"));
        return key || NAME.matcher(name.replaceAll("([a-z])([A-Z])", "$1_$2")).matches() && !VALUE_IS_A_PLACE.matcher(value).matches();
    }
}
