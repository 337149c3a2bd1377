package dev.tandem.policy.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value.KindCase;
import dev.tandem.policy.model.Value;
import java.util.Map;

/**
 * Sets properties in a struct without disturbing what is not set: whatever did not change keeps its very encoding, at
 * any depth, and what was secret stays secret even if its new value does not say so.
 */
public final class StructPatch {

    private StructPatch() {}

    /** The struct with these top-level properties set. */
    public static Struct apply(Struct original, Map<String, Value> changes) {
        Struct.Builder out = original.toBuilder();
        changes.forEach((key, wanted) -> out.putFields(
                key, original.containsFields(key) ? merge(original.getFieldsOrThrow(key), wanted) : StructEncoder.encode(wanted)));
        return out.build();
    }

    private static com.google.protobuf.Value merge(com.google.protobuf.Value original, Value wanted) {
        Value present = StructDecoder.decode(original);
        if (present.equals(wanted)) {
            return original;
        }
        if (present instanceof Value.Secret) {
            Struct mark = original.getStructValue();
            com.google.protobuf.Value inner = merge(mark.getFieldsOrThrow("value"), wanted.unwrapped());
            return original.toBuilder().setStructValue(mark.toBuilder().putFields("value", inner)).build();
        }
        if (present instanceof Value.Fields && wanted instanceof Value.Fields fields) {
            Struct from = original.getStructValue();
            Struct.Builder out = Struct.newBuilder();
            fields.values().forEach((k, v) -> out.putFields(
                    k, from.containsFields(k) ? merge(from.getFieldsOrThrow(k), v) : StructEncoder.encode(v)));
            return com.google.protobuf.Value.newBuilder().setStructValue(out).build();
        }
        if (original.getKindCase() == KindCase.LIST_VALUE
                && wanted instanceof Value.Items items
                && items.values().size() == original.getListValue().getValuesCount()) {
            ListValue.Builder out = ListValue.newBuilder();
            for (int i = 0; i < items.values().size(); i++) {
                out.addValues(merge(original.getListValue().getValues(i), items.values().get(i)));
            }
            return com.google.protobuf.Value.newBuilder().setListValue(out).build();
        }
        return StructEncoder.encode(wanted);
    }
}
