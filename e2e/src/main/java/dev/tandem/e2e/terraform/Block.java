package dev.tandem.e2e.terraform;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.terraform.CtyType.ListOf;
import dev.tandem.e2e.terraform.CtyType.MapOf;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import dev.tandem.e2e.terraform.wire.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource's schema, or that of a block in it.
 *
 * @param attributes values, by name
 * @param blocks further blocks, by name
 */
public record Block(Map<String, Attribute> attributes, Map<String, Nested> blocks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One value.
     *
     * @param settable whether the configuration may give it
     * @param computed whether the provider may give it
     * @param sensitive whether it is a secret
     */
    public record Attribute(CtyType type, boolean settable, boolean computed, boolean sensitive) {}

    /** A block in another one. */
    public record Nested(Nesting nesting, Block block) {

        private Object complete(Object given) {
            if (given == null) {
                return switch (nesting) {
                    case ONE -> null;
                    case LIST, SET -> List.of();
                    case MAP -> Map.of();
                };
            } else if (given instanceof List<?> items) {
                return items.stream().map(block::completeOne).toList();
            } else if (nesting == Nesting.MAP && given instanceof Map<?, ?> entries) {
                Map<String, Object> whole = new TreeMap<>();
                entries.forEach((key, value) -> whole.put((String) key, block.completeOne(value)));
                return whole;
            }
            return block.completeOne(given);
        }
    }

    /** How often a block may be there. */
    public enum Nesting {
        ONE, LIST, SET, MAP
    }

    static Block of(Schema.Block declared) {
        Map<String, Attribute> attributes = new TreeMap<>();
        declared.getAttributesList().forEach(attribute -> attributes.put(attribute.getName(), new Attribute(
                type(attribute), attribute.getRequired() || attribute.getOptional(), attribute.getComputed(), attribute.getSensitive())));
        Map<String, Nested> blocks = new TreeMap<>();
        declared.getBlockTypesList().forEach(nested -> blocks.put(nested.getTypeName(), new Nested(
                nesting(nested), of(nested.getBlock()))));
        return new Block(attributes, blocks);
    }

    /** The type of a value of this block. */
    public ObjectOf type() {
        Map<String, CtyType> members = new TreeMap<>();
        attributes.forEach((name, attribute) -> members.put(name, attribute.type()));
        blocks.forEach((name, nested) -> members.put(name, switch (nested.nesting()) {
            case ONE -> nested.block().type();
            case LIST -> new ListOf(false, nested.block().type());
            case SET -> new ListOf(true, nested.block().type());
            case MAP -> new MapOf(nested.block().type());
        }));
        return new ObjectOf(members);
    }

    /** A value of this block in the form that providers take it in; null is the resource that is not there. */
    public byte[] write(Map<String, Object> value) {
        return Cty.write(type(), value);
    }

    /** What {@link #write} wrote. */
    public Map<String, Object> read(byte[] bytes) {
        return CtyReader.object(type(), bytes);
    }

    /** A configuration with what is missing in it: null for attributes, and no block where there is none. */
    public Map<String, Object> complete(Map<?, ?> given) {
        Map<String, Object> whole = new TreeMap<>();
        attributes.keySet().forEach(name -> whole.put(name, given.get(name)));
        blocks.forEach((name, nested) -> whole.put(name, nested.complete(given.get(name))));
        return whole;
    }

    private static CtyType type(Schema.Attribute attribute) {
        try {
            return CtyType.parse(JSON.readTree(attribute.getType().toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("the provider says that " + attribute.getName() + " is of the type "
                    + attribute.getType().toStringUtf8() + ", expected JSON", e);
        }
    }

    private static Nesting nesting(Schema.NestedBlock nested) {
        return switch (nested.getNesting()) {
            case SINGLE, GROUP -> Nesting.ONE;
            case SET -> Nesting.SET;
            case MAP -> Nesting.MAP;
            default -> Nesting.LIST;
        };
    }

    private Object completeOne(Object given) {
        return given instanceof Map<?, ?> members ? complete(members) : given;
    }
}
