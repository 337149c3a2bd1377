package dev.tandem.policy.wire;

import com.google.protobuf.Struct;
import com.google.protobuf.WireFormat;
import dev.tandem.policy.fields.FieldMap;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Protobuf structs to {@link Value}s, straight from their bytes: the same values as by {@link StructDecoder}, without a message,
 * a builder and a hash table for each of them on the way. Used by one thread.
 */
final class ValueReader {

    /** Deeper, or with more fields, protobuf's own reader does it, which watches both. */
    private static final int DEEPEST = 64;
    private static final int MOST_FIELDS = 128;
    private static final int MOST_AT_FIRST = 16;

    private static final int FIELD = tag(Struct.FIELDS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int NAME = tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int VALUE = tag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int ITEM = tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int NULL = tag(1, WireFormat.WIRETYPE_VARINT);
    private static final int NUMBER = tag(2, WireFormat.WIRETYPE_FIXED64);
    private static final int TEXT = tag(3, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int BOOL = tag(4, WireFormat.WIRETYPE_VARINT);
    private static final int OBJECT = tag(5, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int LIST = tag(6, WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private static final String SECRET_FLAG = "secret";

    private static final Value NOTHING = new Value.Null();
    private static final Value NOT_KNOWN = new Value.Unknown();
    private static final Value TRUE = new Value.Bool(true);
    private static final Value FALSE = new Value.Bool(false);

    private final PlainInput in;
    private int depth;
    /** What was read of the objects and lists that are not yet complete: a stack. */
    private String[] names = new String[MOST_AT_FIRST];
    private Value[] values = new Value[MOST_AT_FIRST];
    private int top;
    /** Whether the value that was read last came out of an output's mark. */
    private boolean unwrapped;

    ValueReader(PlainInput in) {
        this.in = in;
    }

    static int tag(int field, int type) {
        return field << 3 | type;
    }

    /** The struct that begins here, by name, as properties are: no mark is looked for, and the engine's own keys are left out. */
    Map<String, Value> properties() throws NotPlainException {
        fields(true);
        return popFields(0);
    }

    private void fields(boolean leaveOut) throws NotPlainException {
        int from = top;
        int outer = in.open();
        while (!in.isAtEnd()) {
            expect(FIELD);
            int field = in.open();
            expect(NAME);
            String name = in.name();
            expect(VALUE);
            Value value = value();
            if (unwrapped && (name.equals(Signatures.KEY) || name.equals(SECRET_FLAG))) {
                // A mark is plain text, and an output's flag a plain boolean: neither was, though it looks so now.
                throw NotPlainException.HERE;
            }
            if (!leaveOut || !ResourceDecoder.isEngines(name)) {
                put(from, name, value);
            }
            in.close(field);
        }
        in.close(outer);
    }

    private Value value() throws NotPlainException {
        int outer = in.open();
        unwrapped = false;
        Value out = in.isAtEnd() ? NOTHING : some();
        in.close(outer);
        return out;
    }

    private Value some() throws NotPlainException {
        int tag = in.tag();
        if (tag == TEXT) {
            String text = in.text();
            return Unknowns.isUnknown(text) ? NOT_KNOWN : new Value.Text(text);
        } else if (tag == BOOL) {
            return in.bool() ? TRUE : FALSE;
        } else if (tag == NUMBER) {
            return new Value.Num(in.number());
        } else if (tag == NULL && in.small() == 0) {
            return NOTHING;
        } else if (tag == OBJECT || tag == LIST) {
            if (++depth > DEEPEST) {
                throw NotPlainException.HERE;
            }
            Value out = tag == OBJECT ? object() : list();
            depth--;
            return out;
        }
        throw NotPlainException.HERE;
    }

    private Value list() throws NotPlainException {
        int from = top;
        int outer = in.open();
        while (!in.isAtEnd()) {
            expect(ITEM);
            Value item = value();
            push(top, null, item);
        }
        in.close(outer);
        unwrapped = false;
        Value[] items = Arrays.copyOfRange(values, from, top);
        top = from;
        return new Value.Items(List.of(items));
    }

    private Value object() throws NotPlainException {
        int from = top;
        fields(false);
        unwrapped = false;
        Map<String, Value> fields = popFields(from);
        Value mark = fields.get(Signatures.KEY);
        if (!(mark instanceof Value.Text text)) {
            return new Value.Fields(fields);
        }
        switch (text.value()) {
            case Signatures.SECRET:
                return new Value.Secret(fields.getOrDefault("value", NOTHING));
            case Signatures.OUTPUT:
                Value inner = fields.getOrDefault("value", NOT_KNOWN);
                unwrapped = true;
                return TRUE.equals(fields.get(SECRET_FLAG)) ? new Value.Secret(inner) : inner;
            case Signatures.ASSET, Signatures.ARCHIVE, Signatures.REFERENCE:
                throw NotPlainException.HERE;
            default:
                return new Value.Fields(fields);
        }
    }

    private Map<String, Value> popFields(int from) {
        Map<String, Value> out = FieldMap.sorted(Arrays.copyOfRange(names, from, top), Arrays.copyOfRange(values, from, top));
        top = from;
        return out;
    }

    /** In the order of names; of two with one name the later one counts. */
    private void put(int from, String name, Value value) throws NotPlainException {
        int at = top;
        int order = -1;
        while (at > from && (order = names[at - 1].compareTo(name)) > 0) {
            at--;
        }
        if (at > from && order == 0) {
            values[at - 1] = value;
        } else if (top - from == MOST_FIELDS) {
            throw NotPlainException.HERE;
        } else {
            push(at, name, value);
        }
    }

    private void push(int at, String name, Value value) {
        if (top == names.length) {
            names = Arrays.copyOf(names, 2 * top);
            values = Arrays.copyOf(values, 2 * top);
        }
        System.arraycopy(names, at, names, at + 1, top - at);
        System.arraycopy(values, at, values, at + 1, top - at);
        names[at] = name;
        values[at] = value;
        top++;
    }

    private void expect(int tag) throws NotPlainException {
        if (in.tag() != tag) {
            throw NotPlainException.HERE;
        }
    }
}
