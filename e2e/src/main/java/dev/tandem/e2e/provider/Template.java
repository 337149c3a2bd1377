package dev.tandem.e2e.provider;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills templates such as {@code arn:aws:sqs:{region}:{account}:{name}}; the file {@code types.txt} lists what can stand in one. */
final class Template {

    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z]+?)(\\d*)}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Template() {}

    /**
     * Fills a template.
     *
     * @param lookup gives a field's text by its name, or null, which leaves a random text in its place
     */
    static String fill(String template, UnaryOperator<String> lookup) {
        return FIELD.matcher(template).replaceAll(field -> Matcher.quoteReplacement(value(field.group(1), field.group(2), lookup)));
    }

    static String hex(int digits) {
        return digits(digits, 16);
    }

    private static String value(String name, String length, UnaryOperator<String> lookup) {
        return switch (name) {
            case "uuid" -> UUID.randomUUID().toString();
            case "hex" -> digits(Integer.parseInt(length), 16);
            case "HEX" -> digits(Integer.parseInt(length), 16).toUpperCase(Locale.ROOT);
            case "digits" -> digits(Integer.parseInt(length), 10);
            default -> {
                String found = lookup.apply(name + length);
                yield found == null ? digits(8, 16) : found;
            }
        };
    }

    private static String digits(int count, int radix) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Character.forDigit(RANDOM.nextInt(radix), radix));
        }
        return text.toString();
    }
}
