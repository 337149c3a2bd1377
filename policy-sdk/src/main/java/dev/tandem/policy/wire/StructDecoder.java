package dev.tandem.policy.wire;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Protobuf structs to {@link Value}s; lenient, since engines of several versions and recorded files are read. */
public final class StructDecoder {

    private static final Value TRUE = new Value.Bool(true);
    private static final Value FALSE = new Value.Bool(false);

    private StructDecoder() {}

    /**
     * The fields of a struct, by name: engines send them in an order that changes from run to run, and findings should
     * not. A new map, empty for the default instance.
     */
    public static Map<String, Value> decode(Struct struct) {
        Map<String, com.google.protobuf.Value> fields = struct.getFieldsMap();
        String[] names = fields.keySet().toArray(new String[0]);
        Arrays.sort(names);
        Map<String, Value> out = new LinkedHashMap<>(names.length * 2);
        for (String name : names) {
            out.put(Names.known(name), decode(fields.get(name)));
        }
        return out;
    }

    /** Any value; what is marked in a way that is not known is an object. */
    public static Value decode(com.google.protobuf.Value value) {
        switch (value.getKindCase()) {
            case BOOL_VALUE:
                return value.getBoolValue() ? TRUE : FALSE;
            case NUMBER_VALUE:
                return new Value.Num(value.getNumberValue());
            case STRING_VALUE:
                String text = value.getStringValue();
                return Unknowns.isUnknown(text) ? new Value.Unknown() : new Value.Text(text);
            case LIST_VALUE:
                List<Value> items = new ArrayList<>(value.getListValue().getValuesCount());
                value.getListValue().getValuesList().forEach(v -> items.add(decode(v)));
                return new Value.Items(items);
            case STRUCT_VALUE:
                return struct(value.getStructValue());
            default:
                return new Value.Null();
        }
    }

    private static Value struct(Struct struct) {
        com.google.protobuf.Value mark = struct.getFieldsMap().get(Signatures.KEY);
        if (mark != null && mark.hasStringValue()) {
            switch (mark.getStringValue()) {
                case Signatures.SECRET:
                    return new Value.Secret(decode(field(struct, "value")));
                case Signatures.ASSET:
                    return new Value.Asset(
                            text(struct, "hash"), text(struct, "path"), text(struct, "uri"), text(struct, "text"));
                case Signatures.ARCHIVE:
                    return archive(struct);
                case Signatures.REFERENCE:
                    return new Value.Reference(text(struct, "urn").orElse(""), decode(field(struct, "id")));
                case Signatures.OUTPUT:
                    return output(struct);
                default:
                    break;
            }
        }
        return new Value.Fields(decode(struct));
    }

    /** Engines 3.249 and 3.250 send an empty assets map beside a path or URI. */
    private static Value archive(Struct struct) {
        Map<String, Value> assets = decode(field(struct, "assets").getStructValue());
        return new Value.Archive(text(struct, "hash"), text(struct, "path"), text(struct, "uri"), assets);
    }

    private static Value output(Struct struct) {
        Value inner = struct.containsFields("value") ? decode(field(struct, "value")) : new Value.Unknown();
        return field(struct, "secret").getBoolValue() ? new Value.Secret(inner) : inner;
    }

    private static com.google.protobuf.Value field(Struct struct, String name) {
        return struct.getFieldsOrDefault(name, com.google.protobuf.Value.getDefaultInstance());
    }

    private static Optional<String> text(Struct struct, String name) {
        return Optional.of(field(struct, name)).filter(com.google.protobuf.Value::hasStringValue).map(v -> v.getStringValue());
    }
}
