package dev.tandem.e2e.bridge;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.e2e.provider.Values;
import dev.tandem.e2e.terraform.TerraformProvider.State;
import java.util.Base64;

/**
 * Terraform's state as the engine keeps it between runs: as it is, since Pulumi's outputs leave out what Pulumi has no
 * name for. It may hold secrets, and is one.
 */
final class KeptState {

    /** Names that start so are the provider's own; the CLI does not show them. */
    private static final String VALUES = "__terraformState";

    private static final String HIDDEN = "__terraformPrivate";

    private KeptState() {}

    static Struct keep(Struct outputs, BridgedType type, State state) {
        return outputs.toBuilder()
                .putFields(VALUES, Values.secret(Values.string(base64(type.block().write(state.values())))))
                .putFields(HIDDEN, Values.secret(Values.string(base64(state.hidden().toByteArray()))))
                .build();
    }

    /** The state of a resource that the engine knows; {@link State#NONE} of one that is to be adopted. */
    static State of(Struct outputs, BridgedType type) {
        if (!outputs.containsFields(VALUES)) {
            return State.NONE;
        }
        return new State(type.block().read(bytes(outputs, VALUES)), ByteString.copyFrom(bytes(outputs, HIDDEN)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(Struct outputs, String name) {
        Value kept = Values.reveal(outputs.getFieldsOrDefault(name, Value.getDefaultInstance()));
        return Base64.getDecoder().decode(kept.getStringValue());
    }
}
