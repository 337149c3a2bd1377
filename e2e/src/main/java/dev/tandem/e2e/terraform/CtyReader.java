package dev.tandem.e2e.terraform;

import dev.tandem.e2e.terraform.CtyType.ListOf;
import dev.tandem.e2e.terraform.CtyType.MapOf;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import dev.tandem.e2e.terraform.CtyType.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** Reads values of cty from MessagePack; {@link Cty} says what they are in Java. */
final class CtyReader {

    private CtyReader() {}

    /** An object by its members' names, or null. */
    static Map<String, Object> object(ObjectOf type, byte[] bytes) {
        if (!(read(type, bytes) instanceof Map<?, ?> members)) {
            return null;
        }
        Map<String, Object> object = new TreeMap<>();
        members.forEach((name, value) -> object.put((String) name, value));
        return object;
    }

    static Object read(CtyType type, byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            return unpack(unpacker, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object unpack(MessageUnpacker unpacker, CtyType type) throws IOException {
        ValueType found = unpacker.getNextFormat().getValueType();
        if (found == ValueType.NIL) {
            unpacker.unpackNil();
            return null;
        } else if (found == ValueType.EXTENSION) {
            unpacker.skipValue();
            return Unknown.VALUE;
        } else if (type instanceof ListOf list) {
            List<Object> items = new ArrayList<>();
            for (int left = unpacker.unpackArrayHeader(); left > 0; left--) {
                items.add(unpack(unpacker, list.item()));
            }
            return items;
        } else if (type instanceof MapOf || type instanceof ObjectOf) {
            Map<String, Object> entries = new TreeMap<>();
            for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
                String key = unpacker.unpackString();
                entries.put(key, unpack(unpacker, type instanceof MapOf map ? map.item() : ((ObjectOf) type).members().get(key)));
            }
            return entries;
        }
        return type == Scalar.STRING ? unpacker.unpackString() : type == Scalar.BOOL ? (Object) unpacker.unpackBoolean() : number(unpacker, found);
    }

    private static BigDecimal number(MessageUnpacker unpacker, ValueType found) throws IOException {
        BigDecimal number = switch (found) {
            case INTEGER -> new BigDecimal(unpacker.unpackBigInteger());
            case FLOAT -> BigDecimal.valueOf(unpacker.unpackDouble());
            default -> new BigDecimal(unpacker.unpackString());
        };
        return number.stripTrailingZeros();
    }
}
