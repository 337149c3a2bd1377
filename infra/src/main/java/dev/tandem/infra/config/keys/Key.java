package dev.tandem.infra.config.keys;

/**
 * One key of the configuration.
 *
 * @param name    name in its object
 * @param shape   what its value may look like
 * @param meaning what it is for, one sentence or two
 * @param unit    unit of its value, or empty
 * @param initial what holds without it; {@code null} when it must be there
 * @param cost    what it does to the monthly bill, or {@link #NOTHING}; {@code null} for an object whose own keys say it
 * @param example a value that works, as YAML
 */
public record Key(String name, Shape shape, String meaning, String unit, String initial, String cost, String example) {

    /** That a key does nothing to the bill. */
    public static final String NOTHING = "nothing";

    /** A key that must be there. */
    static Key required(String name, Shape shape, String meaning, String example) {
        return new Key(name, shape, meaning, "", null, null, example);
    }

    /** A key that may be left out. */
    static Key optional(String name, Shape shape, String meaning, String initial, String example) {
        return new Key(name, shape, meaning, "", initial, null, example);
    }

    /** The same key with the unit of its value. */
    Key in(String what) {
        return new Key(name, shape, meaning, what, initial, cost, example);
    }

    /** The same key with what it does to the bill. */
    Key costs(String what) {
        return new Key(name, shape, meaning, unit, initial, what, example);
    }

    /** The same key, which does nothing to the bill. */
    Key free() {
        return costs(NOTHING);
    }

    /** Whether it must be there. */
    public boolean isRequired() {
        return initial == null;
    }
}
