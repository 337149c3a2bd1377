package dev.tandem.components.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the Pulumi Java SDK looks for the class of a resource that a provider refers to in an output. Left alone (seen in 1.36.1, class
 * {@code ResourcePackages}) it loads every class on the class path for that, and ends the program at the first that needs a library
 * which is not there, as some in libraries of its own do. It leaves out packages by a list of prefixes in a system property, which
 * it reads once, at the first reference.
 */
final class ReferencedTypes {

    /** The SDK's property: prefixes of packages, with commas between. */
    static final String EXCLUDES = "pulumi.resourcepackages.excludes";

    private static final String OF_PACKAGES = IntStream.rangeClosed('$', 'z').filter(c -> c == '.' || Character.isJavaIdentifierPart(c))
            .mapToObj(Character::toString).collect(Collectors.joining());

    private ReferencedTypes() {}

    /** Lets the SDK look in the packages whose names begin so; does nothing when the property is set already. */
    static void areIn(String prefix) {
        if (System.getProperty(EXCLUDES) == null) {
            System.setProperty(EXCLUDES, String.join(",", allBut(prefix)));
        }
    }

    /** Prefixes of every name that has another letter than this one somewhere in its length. */
    static List<String> allBut(String prefix) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < prefix.length(); i++) {
            for (char other : OF_PACKAGES.toCharArray()) {
                if (other != prefix.charAt(i)) {
                    others.add(prefix.substring(0, i) + other);
                }
            }
        }
        return others;
    }
}
