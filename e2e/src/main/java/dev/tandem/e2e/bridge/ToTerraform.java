package dev.tandem.e2e.bridge;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.tandem.e2e.provider.SdkTypes;
import dev.tandem.e2e.provider.Values;
import dev.tandem.e2e.terraform.CtyType;
import dev.tandem.e2e.terraform.CtyType.ListOf;
import dev.tandem.e2e.terraform.CtyType.MapOf;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import dev.tandem.e2e.terraform.CtyType.Scalar;
import dev.tandem.e2e.terraform.Unknown;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Translates what a program gives into a configuration. The SDK's classes say where Pulumi has one value and Terraform a
 * list of at most one, and where it has a number or truth and Terraform a text.
 */
final class ToTerraform {

    private final AssetFiles assets;

    ToTerraform(AssetFiles assets) {
        this.assets = assets;
    }

    /** An object: what its class and the Terraform type both have; other properties were refused before. */
    Map<String, Object> object(String terraformType, ObjectOf type, Map<String, Type> properties, Map<String, Value> given) {
        Map<String, Object> object = new TreeMap<>();
        PropertyNames.of(terraformType, type.members().keySet(), properties.keySet()).forEach((property, argument) ->
                object.put(argument, value(type.members().get(argument), properties.get(property), given.get(property))));
        return object;
    }

    private Object value(CtyType type, Type property, Value given) {
        if (Values.isAbsent(given)) {
            return null;
        } else if (Values.isUnknown(given)) {
            return Unknown.VALUE;
        } else if (Values.isAssetOrArchive(given)) {
            return assets.path(given);
        } else if (type instanceof ListOf list) {
            return given.hasListValue()
                    ? given.getListValue().getValuesList().stream().map(item -> value(list.item(), SdkTypes.item(property), item)).toList()
                    : List.of(value(list.item(), property, given));
        } else if (type instanceof MapOf map) {
            Map<String, Object> entries = new TreeMap<>();
            given.getStructValue().getFieldsMap().forEach((key, item) -> entries.put(key, value(map.item(), SdkTypes.item(property), item)));
            return entries;
        } else if (type instanceof ObjectOf object) {
            return object("", object, SdkTypes.arguments(property), given.getStructValue().getFieldsMap());
        }
        return scalar((Scalar) type, given);
    }

    private static Object scalar(Scalar type, Value given) {
        String text = switch (given.getKindCase()) {
            case STRING_VALUE -> given.getStringValue();
            case BOOL_VALUE -> String.valueOf(given.getBoolValue());
            case NUMBER_VALUE -> number(given.getNumberValue()).toPlainString();
            default -> json(given);
        };
        return switch (type) {
            case STRING -> text;
            case BOOL -> Boolean.valueOf(text);
            case NUMBER -> text.isEmpty() ? null : new BigDecimal(text).stripTrailingZeros();
        };
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private static String json(Value given) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(given);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("found " + given + ", expected what JSON can hold", e);
        }
    }
}
