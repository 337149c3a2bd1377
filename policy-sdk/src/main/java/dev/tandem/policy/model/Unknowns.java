package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.Set;

/**
 * The strings that stand for values not known before the deployment. Engines since 3.249 send only the string one,
 * older ones one per type. Source: Pulumi's resource plugin wire format. Thread-safe.
 *
 * <pre>{@code
 * Unknowns.isUnknown(Unknowns.STRING); // true
 * }</pre>
 */
@PublicApi
public final class Unknowns {

    /** The placeholder of a string, and in newer engines of anything. */
    public static final String STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static final Set<String> ALL = Set.of(
            STRING,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    private Unknowns() {}

    /**
     * {@return whether a string is one of the placeholders}
     *
     * @param text a string from the engine
     */
    public static boolean isUnknown(String text) {
        return text.length() == STRING.length() && ALL.contains(text);
    }
}
