package dev.tandem.preview.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The forms of a file with resources, and how to tell them apart. */
public enum InputForm {
    STACK_EXPORT("--stack-export", "what 'pulumi stack export' writes"),
    PREVIEW_JSON("--preview-json", "what 'pulumi preview --json' writes"),
    RESOURCES("--resources", "a JSON object a line, each a resource");

    private final String option;
    private final String description;

    InputForm(String option, String description) {
        this.option = option;
        this.description = description;
    }

    /** The option of the command line. */
    public String option() {
        return option;
    }

    /** In words, to go on with after 'expected'. */
    public String description() {
        return description;
    }

    /** The form of a document, by its keys; empty when it is none of them. */
    static Optional<InputForm> of(JsonNode top) {
        if (top.path("deployment").isObject()) {
            return Optional.of(STACK_EXPORT);
        } else if (top.has("steps") || top.has("changeSummary")) {
            return Optional.of(PREVIEW_JSON);
        } else if (top.isObject() && (top.has("urn") || (top.has("type") && top.has("name")))) {
            return Optional.of(RESOURCES);
        }
        return Optional.empty();
    }

    /** What a document is that is no form of ours, in words. */
    static String describe(JsonNode top) {
        if (top.has("planned_values") || top.has("terraform_version")) {
            return "what Terraform writes";
        } else if (top.has("sequence") && top.has("timestamp")) {
            return "a log of engine events";
        } else if (top.has("schemaVersion") && top.has("stacks")) {
            return "a report of ./tandem";
        } else if (top.isObject()) {
            return top.isEmpty() ? "an empty object" : "an object with the key '" + top.fieldNames().next() + "'";
        }
        return top.isArray() ? "a list" : "a single value";
    }
}
