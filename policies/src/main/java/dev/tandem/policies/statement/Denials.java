package dev.tandem.policies.statement;

import dev.tandem.policy.model.Property;
import java.util.List;

/**
 * What a document denies again of what it allows: "everybody" and then "nobody but these addresses" is these addresses. The
 * statements of such documents are those of API Gateway's and S3's own examples.
 */
public final class Denials {

    private Denials() {}

    /** Whether a denial of the same document leaves only certain callers of a statement that allows everybody. */
    public static boolean leaveCertainCallers(List<Statement> document, Statement allows) {
        return document.stream().anyMatch(denial -> denial.denies() && sparesCertainCallers(denial)
                && covers(denial, allows, "Action") && covers(denial, allows, "Resource"));
    }

    private static boolean sparesCertainCallers(Statement denial) {
        return denial.principals().everybody().isPresent()
                && (denial.conditions().at().isMissing() || denial.conditions().spareCertainCallers());
    }

    /** Patterns of the one are texts for the other: {@code s3:*} matches {@code s3:Get*}. */
    private static boolean covers(Statement denial, Statement allows, String element) {
        if (!denial.element("Not" + element).isMissing() || !allows.element("Not" + element).isMissing()) {
            return false;
        }
        List<Property> denied = denial.element(element).items();
        return allows.element(element).items().stream().allMatch(allowed ->
                denied.stream().anyMatch(pattern -> Patterns.matches(pattern.stringOr(""), allowed.stringOr(""))));
    }
}
