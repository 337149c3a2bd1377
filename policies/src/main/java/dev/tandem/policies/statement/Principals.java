package dev.tandem.policies.statement;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a statement concerns.
 *
 * @param principal the {@code Principal} element, may be absent
 * @param notPrincipal the {@code NotPrincipal} element, may be absent
 */
public record Principals(Property principal, Property notPrincipal) {

    private static final Pattern ACCOUNT = Pattern.compile("(\\d{12})|arn:[^:]*:(?:iam|sts)::(\\d{12}):.*");

    /** The account that an AWS principal is of: its number, or that in its ARN; empty for others. */
    public static Optional<String> account(String principal) {
        Matcher m = ACCOUNT.matcher(principal);
        return m.matches() ? Optional.of(m.group(1) != null ? m.group(1) : m.group(2)) : Optional.empty();
    }

    /** What names everybody: {@code "*"}, alone or as a principal of any kind, or everybody but some. */
    public Optional<Property> everybody() {
        if (!notPrincipal.isMissing()) {
            return Optional.of(notPrincipal);
        }
        for (String kind : List.of("AWS", "Service", "Federated", "*")) {
            for (Property p : ofKind(kind)) {
                if (p.string().map(s -> s.equals("*") || s.matches("arn:[^:]*:(iam|sts)::\\*(:.*)?")).orElse(false)) {
                    return Optional.of(p);
                }
            }
        }
        return Optional.empty();
    }

    /** Principals of one kind: {@code AWS}, {@code Service}, {@code Federated}, {@code CanonicalUser}. */
    public List<Property> ofKind(String kind) {
        if (principal.isMissing()) {
            return List.of();
        }
        principal.requireKnown();
        List<Property> out = new ArrayList<>();
        if (principal.value().orElseThrow() instanceof Value.Fields) {
            principal.entries().forEach((key, whom) -> {
                if (key.equalsIgnoreCase(kind)) {
                    out.addAll(whom.items());
                }
            });
        } else if (kind.equals("AWS")) {
            out.addAll(principal.items());
        }
        return out;
    }
}
