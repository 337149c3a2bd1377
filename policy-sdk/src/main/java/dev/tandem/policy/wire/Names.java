package dev.tandem.policy.wire;

import java.nio.charset.StandardCharsets;

/**
 * Names that come with every resource again, such as those of properties and types, kept once. A bounded number of short
 * ones: what somebody makes up does not fill the memory. Thread-safe: texts are immutable, and one that is lost to another
 * thread's is only made again.
 */
final class Names {

    private static final int SLOTS = 4096;
    private static final int LONGEST = 100;
    private static final String[] KNOWN = new String[SLOTS];

    private Names() {}

    /** The same text, and for most names the same object. */
    static String known(String name) {
        int slot = slot(name.hashCode());
        String known = KNOWN[slot];
        if (name.equals(known)) {
            return known;
        }
        if (name.length() <= LONGEST) {
            KNOWN[slot] = name;
        }
        return name;
    }

    /** The text that some bytes in ASCII are; {@code hash} as of {@link String#hashCode}. */
    static String known(byte[] ascii, int from, int length, int hash) {
        int slot = slot(hash);
        String known = KNOWN[slot];
        if (known != null && known.length() == length && is(known, ascii, from)) {
            return known;
        }
        String name = new String(ascii, from, length, StandardCharsets.ISO_8859_1);
        if (length <= LONGEST) {
            KNOWN[slot] = name;
        }
        return name;
    }

    private static boolean is(String text, byte[] ascii, int from) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) != ascii[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 12 ^ hash >>> 20) & SLOTS - 1;
    }
}
