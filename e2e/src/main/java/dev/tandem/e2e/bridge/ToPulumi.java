package dev.tandem.e2e.bridge;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.e2e.provider.SdkTypes;
import dev.tandem.e2e.provider.Values;
import dev.tandem.e2e.terraform.CtyType;
import dev.tandem.e2e.terraform.CtyType.ListOf;
import dev.tandem.e2e.terraform.CtyType.MapOf;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import dev.tandem.e2e.terraform.Unknown;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates a state into what a program reads; {@link ToTerraform} the other way round. */
final class ToPulumi {

    private ToPulumi() {}

    /** An object: what its class and the Terraform type both have; what is null is left out. */
    static Struct object(String terraformType, ObjectOf type, Map<String, Type> properties, Map<?, ?> state) {
        Struct.Builder object = Struct.newBuilder();
        PropertyNames.of(terraformType, type.members().keySet(), properties.keySet()).forEach((property, argument) -> {
            Value value = value(type.members().get(argument), properties.get(property), state.get(argument));
            if (!Values.isAbsent(value)) {
                object.putFields(property, value);
            }
        });
        return object.build();
    }

    private static Value value(CtyType type, Type property, Object state) {
        if (state == null) {
            return Values.of(null);
        } else if (state == Unknown.VALUE) {
            return Values.unknown();
        } else if (type instanceof ListOf list) {
            List<?> items = (List<?>) state;
            if (!SdkTypes.isList(property)) {
                return items.isEmpty() ? Values.of(null) : value(list.item(), property, items.get(0));
            }
            return Values.of(items.stream().map(item -> value(list.item(), SdkTypes.item(property), item)).toList());
        } else if (type instanceof MapOf map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            ((Map<?, ?>) state).forEach((key, item) -> entries.put((String) key, value(map.item(), SdkTypes.item(property), item)));
            return Values.of(entries);
        } else if (type instanceof ObjectOf object) {
            return Value.newBuilder().setStructValue(object("", object, SdkTypes.outputs(property), (Map<?, ?>) state)).build();
        }
        return scalar(SdkTypes.scalar(property), state);
    }

    private static Value scalar(SdkTypes.Scalar wanted, Object state) {
        String text = state instanceof BigDecimal number ? number.toPlainString() : state.toString();
        return switch (wanted) {
            case TEXT -> Values.string(text);
            case TRUTH -> text.isEmpty() ? Values.of(null) : Values.of(Boolean.valueOf(text));
            case NUMBER -> text.isEmpty() ? Values.of(null) : Values.of(new BigDecimal(text));
        };
    }
}
