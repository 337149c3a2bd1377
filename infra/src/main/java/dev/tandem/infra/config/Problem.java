package dev.tandem.infra.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key      full path, such as {@code tandem:network.cidr}
 * @param found    what is there
 * @param expected what should be there
 * @param example  a value that works
 */
public record Problem(String key, String found, String expected, String example) {

    /** Four lines, as the reader sees them. */
    @Override
    public String toString() {
        return "  " + key
                + "\n    found:    " + found
                + "\n    expected: " + expected
                + "\n    example:  " + example;
    }
}
