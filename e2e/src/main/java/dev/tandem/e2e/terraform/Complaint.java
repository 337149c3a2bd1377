package dev.tandem.e2e.terraform;

import dev.tandem.e2e.terraform.wire.AttributePath;
import dev.tandem.e2e.terraform.wire.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a provider has against a configuration or could not do.
 *
 * @param path the names and keys that lead to the value, empty when it is about the whole
 */
public record Complaint(List<String> path, String text) {

    /** The errors; warnings are left out. */
    static List<Complaint> errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getSeverity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> new Complaint(path(diagnostic.getAttribute()),
                        (diagnostic.getSummary() + (diagnostic.getDetail().isBlank() ? "" : ": " + diagnostic.getDetail())).strip()))
                .toList();
    }

    static List<String> path(AttributePath path) {
        return path.getStepsList().stream().map(step -> switch (step.getSelectorCase()) {
            case ATTRIBUTE_NAME -> step.getAttributeName();
            case ELEMENT_KEY_STRING -> step.getElementKeyString();
            default -> String.valueOf(step.getElementKeyInt());
        }).toList();
    }

    /** All in one text. */
    public static String text(List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint -> (complaint.path().isEmpty() ? "" : String.join(".", complaint.path()) + ": ") + complaint.text())
                .collect(Collectors.joining("; "));
    }
}
