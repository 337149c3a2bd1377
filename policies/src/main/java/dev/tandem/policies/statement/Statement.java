package dev.tandem.policies.statement;

import dev.tandem.policy.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One statement of a policy document, read in any valid JSON form: single values for lists, element names in any case.
 * Reading an unknown part throws, so that only the statement concerned stays undecided.
 *
 * @param at where the statement is
 */
public record Statement(Property at) {

    /**
     * The statements of a document: a JSON string or an object; {@code Statement} a list or a single object.
     *
     * @throws dev.tandem.policy.model.UndecidedException when the document is unknown or no JSON
     */
    public static List<Statement> of(Property document) {
        List<Statement> out = new ArrayList<>();
        Property root = document.json().requireKnown();
        for (Property statement : element(root, "Statement").items()) {
            out.add(new Statement(statement));
        }
        return out;
    }

    public boolean allows() {
        return element("Effect").string().map(e -> e.equalsIgnoreCase("Allow")).orElse(false);
    }

    public boolean denies() {
        return element("Effect").string().map(e -> e.equalsIgnoreCase("Deny")).orElse(false);
    }

    public List<Property> actions() {
        return element("Action").items();
    }

    public List<Property> notActions() {
        return element("NotAction").items();
    }

    public List<Property> resources() {
        return element("Resource").items();
    }

    public List<Property> notResources() {
        return element("NotResource").items();
    }

    /** Whether some resource, or what is left by {@code NotResource}, is every resource. */
    public boolean coversEveryResource() {
        return covers(Patterns::isEveryResource);
    }

    /** As {@link #coversEveryResource()}, with all tables, or all of another kind, being everything as well. */
    public boolean coversEveryOfAKind() {
        return covers(resource -> Patterns.isEveryResource(resource) || Patterns.isEveryOfAKind(resource));
    }

    private boolean covers(Predicate<String> wide) {
        if (!element("NotResource").isMissing()) {
            return true;
        }
        List<Property> resources = resources();
        if (resources.stream().filter(Property::isKnown).anyMatch(r -> wide.test(r.stringOr("")))) {
            return true;
        }
        resources.forEach(Property::requireKnown);
        return false;
    }

    public Principals principals() {
        return new Principals(element("Principal"), element("NotPrincipal"));
    }

    public Conditions conditions() {
        return new Conditions(element("Condition"));
    }

    /** An element by name, whatever its case; absent when it is not there. */
    public Property element(String name) {
        return element(at, name);
    }

    private static Property element(Property from, String name) {
        if (!from.key(name).isAbsent()) {
            return from.key(name);
        }
        return from.entries().entrySet().stream()
                .filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> from.key(name));
    }

    /** {@code statement "Sid"} for messages, or {@code a statement} without one. */
    public String label() {
        Property sid = element("Sid");
        return sid.isKnown() && !sid.stringOr("").isBlank() ? "statement \"" + sid.stringOr("") + "\"" : "a statement";
    }
}
