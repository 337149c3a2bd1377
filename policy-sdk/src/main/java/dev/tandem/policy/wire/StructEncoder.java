package dev.tandem.policy.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import java.util.Map;
import java.util.Optional;

/** {@link Value}s to protobuf structs, the inverse of {@link StructDecoder}. */
public final class StructEncoder {

    private StructEncoder() {}

    /** An object. */
    public static Struct encode(Map<String, Value> fields) {
        Struct.Builder out = Struct.newBuilder();
        fields.forEach((k, v) -> out.putFields(k, encode(v)));
        return out.build();
    }

    /** Any value. */
    public static com.google.protobuf.Value encode(Value value) {
        com.google.protobuf.Value.Builder out = com.google.protobuf.Value.newBuilder();
        if (value instanceof Value.Bool b) {
            return out.setBoolValue(b.value()).build();
        } else if (value instanceof Value.Num n) {
            return out.setNumberValue(n.value().doubleValue()).build();
        } else if (value instanceof Value.Text t) {
            return out.setStringValue(t.value()).build();
        } else if (value instanceof Value.Unknown) {
            return out.setStringValue(Unknowns.STRING).build();
        } else if (value instanceof Value.Items i) {
            ListValue.Builder list = ListValue.newBuilder();
            i.values().forEach(v -> list.addValues(encode(v)));
            return out.setListValue(list).build();
        } else if (value instanceof Value.Fields f) {
            return out.setStructValue(encode(f.values())).build();
        } else if (value instanceof Value.Secret s) {
            Struct.Builder b = marked(Signatures.SECRET).putFields("value", encode(s.value()));
            return out.setStructValue(b).build();
        } else if (value instanceof Value.Asset a) {
            Struct.Builder b = marked(Signatures.ASSET);
            put(b, "hash", a.hash());
            put(b, "path", a.path());
            put(b, "uri", a.uri());
            put(b, "text", a.text());
            return out.setStructValue(b).build();
        } else if (value instanceof Value.Archive a) {
            return out.setStructValue(archive(a)).build();
        } else if (value instanceof Value.Reference r) {
            Struct.Builder b = marked(Signatures.REFERENCE).putFields("urn", encode(new Value.Text(r.urn())));
            if (!(r.id() instanceof Value.Null)) {
                b.putFields("id", encode(r.id()));
            }
            return out.setStructValue(b).build();
        }
        return out.setNullValue(NullValue.NULL_VALUE).build();
    }

    private static Struct archive(Value.Archive a) {
        Struct.Builder b = marked(Signatures.ARCHIVE);
        put(b, "hash", a.hash());
        put(b, "path", a.path());
        put(b, "uri", a.uri());
        if (!a.assets().isEmpty() || a.path().isEmpty() && a.uri().isEmpty()) {
            b.putFields("assets", com.google.protobuf.Value.newBuilder().setStructValue(encode(a.assets())).build());
        }
        return b.build();
    }

    private static Struct.Builder marked(String signature) {
        return Struct.newBuilder().putFields(Signatures.KEY, encode(new Value.Text(signature)));
    }

    private static void put(Struct.Builder b, String name, Optional<String> text) {
        text.ifPresent(t -> b.putFields(name, encode(new Value.Text(t))));
    }
}
