package dev.tandem.components.iam;

/** What a statement does with the requests it matches. */
public enum Effect {
    /** Grants the request, unless some statement denies it. */
    ALLOW("Allow"),
    /** Refuses the request, whatever else allows it. */
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** The word that IAM expects in a document. */
    public String text() {
        return text;
    }
}
