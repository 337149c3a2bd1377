package dev.tandem.e2e.provider;

/**
 * A resource's name in the engine: {@code urn:pulumi:<stack>::<project>::<parent types$type>::<name>}.
 *
 * @param type the resource's own type, such as {@code aws:sqs/queue:Queue}
 */
public record ResourceUrn(String type, String name) {

    public static ResourceUrn parse(String urn) {
        String[] parts = urn.split("::", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("'" + urn + "' is no URN, expected urn:pulumi:<stack>::<project>::<type>::<name>");
        }
        return new ResourceUrn(parts[2].substring(parts[2].lastIndexOf('$') + 1), parts[3]);
    }
}
