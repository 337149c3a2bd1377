package com.pulumi.awsnative;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Which version of the provider resources ask for. */
public final class Utilities {

    private static final String VERSION = read();

    private Utilities() {}

    /** The version in {@code version.txt}, such as {@code 1.2.3}. */
    public static String getVersion() {
        return VERSION;
    }

    private static String read() {
        try (InputStream file = Utilities.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IllegalStateException("found no version.txt beside " + Utilities.class.getName()
                        + ", expected the version of the provider aws-native: build the module sdks again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException unreadable) {
            throw new IllegalStateException("version.txt of the provider aws-native cannot be read", unreadable);
        }
    }
}
