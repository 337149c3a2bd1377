package dev.tandem.e2e.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** A type of cty, the type system of Terraform's values. */
public sealed interface CtyType {

    /** What is not made of other values. */
    enum Scalar implements CtyType {
        STRING, NUMBER, BOOL
    }

    /** A list, or a set: in a set the order means nothing. */
    record ListOf(boolean set, CtyType item) implements CtyType {}

    /** Values by keys that the user chooses. */
    record MapOf(CtyType item) implements CtyType {}

    /** Values by names that the schema has. */
    record ObjectOf(Map<String, CtyType> members) implements CtyType {}

    /**
     * A type as the protocol writes it in JSON: {@code "string"}, {@code ["set", "string"]}, {@code ["object", {...}]}.
     *
     * @throws IllegalArgumentException for a kind that hashicorp/aws does not use, such as tuples
     */
    static CtyType parse(JsonNode json) {
        if (json.isTextual()) {
            return switch (json.asText()) {
                case "string" -> Scalar.STRING;
                case "number" -> Scalar.NUMBER;
                case "bool" -> Scalar.BOOL;
                default -> throw unknown(json);
            };
        }
        return switch (json.path(0).asText()) {
            case "list" -> new ListOf(false, parse(json.get(1)));
            case "set" -> new ListOf(true, parse(json.get(1)));
            case "map" -> new MapOf(parse(json.get(1)));
            case "object" -> {
                Map<String, CtyType> members = new TreeMap<>();
                json.get(1).properties().forEach(member -> members.put(member.getKey(), parse(member.getValue())));
                yield new ObjectOf(members);
            }
            default -> throw unknown(json);
        };
    }

    private static IllegalArgumentException unknown(JsonNode json) {
        return new IllegalArgumentException("found the type " + json + ", expected string, number, bool, or a list, set, map or object of them");
    }
}
