package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Urn;
import java.util.Optional;

/**
 * Short forms for people. Thread-safe.
 *
 * <pre>{@code
 * ShortNames.resource("urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main"); // main (aws:ec2:Vpc)
 * }</pre>
 */
@PublicApi
public final class ShortNames {

    private ShortNames() {}

    /**
     * {@return {@code aws:ec2:Vpc} for {@code aws:ec2/vpc:Vpc}, {@code shop:Site} for {@code shop:index:Site}}
     *
     * @param type a type token; another text stays as it is
     */
    public static String type(String type) {
        String[] parts = type.split(":", 3);
        if (parts.length < 3) {
            return type;
        }
        int slash = parts[1].indexOf('/');
        String module = slash < 0 ? parts[1] : parts[1].substring(0, slash);
        return module.equals("index") ? parts[0] + ":" + parts[2] : parts[0] + ":" + module + ":" + parts[2];
    }

    /**
     * {@return {@code name (type)} for a URN; another text as it is} Control characters are replaced.
     *
     * @param urn of a resource or stack
     */
    public static String resource(String urn) {
        Optional<Urn> read = Urn.read(urn);
        return printable(read.map(u -> u.name() + " (" + type(u.type()) + ")").orElse(urn));
    }

    /**
     * {@return {@code 1 resource}, {@code 2 resources}, {@code 2 entries}, {@code 2 days}}
     *
     * @param n how many
     * @param thing in the singular
     */
    public static String count(long n, String thing) {
        return n + " " + (n == 1 ? thing : thing.replaceFirst("(?<![aeiou])y$", "ie") + "s");
    }

    /** Without control characters other than line breaks and tabs: a message must not steer a terminal. */
    static String printable(String text) {
        if (text.chars().noneMatch(ShortNames::isControl)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(isControl(c) ? '\ufffd' : (char) c));
        return out.toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
