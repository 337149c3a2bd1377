package dev.tandem.policy.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that come with every resource again, such as those of properties and types, kept once. A bounded number of short
 * ones: what somebody makes up does not fill the memory. Thread-safe.
 */
final class Names {

    private static final int MOST = 4096;
    private static final int LONGEST = 100;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Names() {}

    /** The same text, and for most names the same object. */
    static String known(String name) {
        String known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        if (name.length() <= LONGEST && KNOWN.size() < MOST) {
            KNOWN.put(name, name);
        }
        return name;
    }
}
