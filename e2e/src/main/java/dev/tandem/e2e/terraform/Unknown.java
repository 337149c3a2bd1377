package dev.tandem.e2e.terraform;

/** Stands for a value that only the operation itself will tell. */
public enum Unknown {
    VALUE;

    /** Whether a value is unknown or holds an unknown anywhere. */
    public static boolean in(Object value) {
        return value == VALUE
                || value instanceof Iterable<?> items && anyIn(items)
                || value instanceof java.util.Map<?, ?> entries && anyIn(entries.values());
    }

    private static boolean anyIn(Iterable<?> items) {
        for (Object item : items) {
            if (in(item)) {
                return true;
            }
        }
        return false;
    }
}
