package dev.tandem.policies.transit;

import dev.tandem.policies.statement.Statement;
import dev.tandem.policy.model.Property;
import java.util.List;
import java.util.Map;

/** Whether a resource policy refuses requests without TLS. */
final class SecureTransport {

    private static final String KEY = "aws:SecureTransport";

    private SecureTransport() {}

    /** Whether some statement denies everybody requests without TLS, or every statement that allows asks for it. */
    static boolean asked(Property document) {
        List<Statement> statements = Statement.of(document);
        return statements.stream().anyMatch(s -> s.denies() && s.principals().everybody().isPresent() && tests(s, "false"))
                || statements.stream().anyMatch(Statement::allows)
                        && statements.stream().filter(Statement::allows).allMatch(s -> tests(s, "true"));
    }

    private static boolean tests(Statement statement, String value) {
        for (Map.Entry<String, Property> operator : statement.conditions().at().entries().entrySet()) {
            if (!operator.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("bool")) {
                continue;
            }
            for (Map.Entry<String, Property> test : operator.getValue().entries().entrySet()) {
                if (test.getKey().equalsIgnoreCase(KEY) && test.getValue().strings().contains(value)) {
                    return true;
                }
            }
        }
        return false;
    }
}
