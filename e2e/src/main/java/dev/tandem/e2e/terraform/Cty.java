package dev.tandem.e2e.terraform;

import dev.tandem.e2e.terraform.CtyType.ListOf;
import dev.tandem.e2e.terraform.CtyType.MapOf;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import dev.tandem.e2e.terraform.CtyType.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/**
 * Writes values of cty in MessagePack. In Java a value is a String, a Boolean, a {@link BigDecimal}, a List, a Map by
 * name or key, null, or {@link Unknown}; {@link CtyReader} gives them back.
 */
final class Cty {

    /** The extension type of an unknown value. */
    static final byte UNKNOWN = 0;

    /** The extension type of an unknown value of which something is known, such as its prefix. */
    static final byte REFINED_UNKNOWN = 12;

    private Cty() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when the value is not of the type
     */
    static byte[] write(CtyType type, Object value) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, type, value);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(MessageBufferPacker packer, CtyType type, Object value) throws IOException {
        if (value == null) {
            packer.packNil();
        } else if (value == Unknown.VALUE) {
            packer.packExtensionTypeHeader(UNKNOWN, 1).addPayload(new byte[] {0});
        } else if (type instanceof ListOf list && value instanceof Iterable<?> items) {
            int size = 0;
            for (Object ignored : items) {
                size++;
            }
            packer.packArrayHeader(size);
            for (Object item : items) {
                pack(packer, list.item(), item);
            }
        } else if (type instanceof MapOf map && value instanceof Map<?, ?> entries) {
            packer.packMapHeader(entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                packer.packString((String) entry.getKey());
                pack(packer, map.item(), entry.getValue());
            }
        } else if (type instanceof ObjectOf object && value instanceof Map<?, ?> given) {
            packer.packMapHeader(object.members().size());
            for (Map.Entry<String, CtyType> member : object.members().entrySet()) {
                packer.packString(member.getKey());
                pack(packer, member.getValue(), given.get(member.getKey()));
            }
        } else {
            packScalar(packer, type, value);
        }
    }

    private static void packScalar(MessageBufferPacker packer, CtyType type, Object value) throws IOException {
        if (type == Scalar.STRING && value instanceof String text) {
            packer.packString(text);
        } else if (type == Scalar.BOOL && value instanceof Boolean truth) {
            packer.packBoolean(truth);
        } else if (type == Scalar.NUMBER && value instanceof BigDecimal number) {
            if (number.scale() <= 0) {
                packer.packBigInteger(number.toBigIntegerExact());
            } else {
                packer.packDouble(number.doubleValue());
            }
        } else {
            throw new IllegalArgumentException("found " + value + ", expected a value of the type " + type);
        }
    }
}
