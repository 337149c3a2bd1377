package dev.tandem.policies.statement;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom a statement concerns.
 *
 * @param principal the {@code Principal} element, may be absent
 * @param notPrincipal the {@code NotPrincipal} element, may be absent
 */
public record Principals(Property principal, Property notPrincipal) {

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
