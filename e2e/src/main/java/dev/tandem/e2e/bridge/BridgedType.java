package dev.tandem.e2e.bridge;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.e2e.provider.SdkTypes;
import dev.tandem.e2e.provider.Values;
import dev.tandem.e2e.terraform.Block;
import dev.tandem.e2e.terraform.Block.Attribute;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import dev.tandem.e2e.terraform.Schemas;
import dev.tandem.e2e.terraform.TerraformProvider.State;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/**
 * A Pulumi type and the Terraform type behind it.
 *
 * @param type Terraform's name of it
 * @param object the type of its states
 * @param arguments what a program may set, by Pulumi's names
 * @param outputs what a program may read, by Pulumi's names
 */
record BridgedType(String type, Block block, ObjectOf object, Map<String, Type> arguments, Map<String, Type> outputs) {

    /**
     * A type by its token.
     *
     * @throws IllegalArgumentException when the SDK or the provider has no such type
     */
    static BridgedType of(String token, Schemas schemas) {
        Map<String, Type> arguments = SdkTypes.arguments(token).orElseThrow(() -> new IllegalArgumentException(
                "unknown resource type " + token + ": the Java SDK for aws has none of this name"));
        Map<String, Type> outputs = SdkTypes.outputs(token);
        String type = TypeNames.of(token, outputs.keySet(), schemas).orElseThrow(() -> new IllegalArgumentException(
                "the provider has no resource type for " + token));
        Block block = schemas.resource(type);
        return new BridgedType(type, block, block.type(), arguments, outputs);
    }

    /** The configuration that a program's arguments are. */
    Map<String, Object> configuration(Struct given, ToTerraform translation, Waits waits) {
        Map<String, Object> configuration = new HashMap<>(translation.object(type, object, arguments, given.getFieldsMap()));
        waits.limit(block, configuration);
        return block.complete(configuration);
    }

    /**
     * What the engine keeps of a state: the outputs, secret where the provider says so, and the state as it is.
     *
     * @param given the arguments: assets are kept as they were given, not as paths
     */
    Struct outputs(State state, Struct given) {
        Struct.Builder kept = ToPulumi.object(type, object, outputs, state.values()).toBuilder();
        PropertyNames.of(type, object.members().keySet(), outputs.keySet()).forEach((property, argument) -> {
            Attribute attribute = block.attributes().get(argument);
            if (attribute != null && attribute.sensitive() && kept.containsFields(property)) {
                kept.putFields(property, Values.secret(kept.getFieldsOrThrow(property)));
            }
            Value asset = given.getFieldsOrDefault(property, Value.getDefaultInstance());
            if (Values.isAssetOrArchive(asset)) {
                kept.putFields(property, asset);
            }
        });
        return kept.build();
    }

    /** The property that a Terraform attribute is; Terraform's name when Pulumi has none. */
    String property(String attribute) {
        return PropertyNames.of(type, object.members().keySet(), outputs.keySet()).entrySet().stream()
                .filter(entry -> entry.getValue().equals(attribute))
                .map(Map.Entry::getKey)
                .findFirst().orElse(attribute);
    }
}
