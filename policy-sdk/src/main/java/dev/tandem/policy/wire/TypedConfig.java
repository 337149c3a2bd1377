package dev.tandem.policy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/**
 * The stack's configuration as engines 3.170 to 3.173 send it: typed, with secrets marked, in a field that the message has
 * had no name for since.
 */
public final class TypedConfig {

    private static final int FIELD = 5;

    private TypedConfig() {}

    /**
     * The configuration; empty when the engine sent none in this form.
     *
     * @throws IllegalArgumentException when the field holds something else
     */
    public static Optional<Struct> of(AnalyzerStackConfigureRequest request) {
        List<ByteString> parts = request.getUnknownFields().getField(FIELD).getLengthDelimitedList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            Struct.Builder whole = Struct.newBuilder();
            for (ByteString part : parts) {
                whole.mergeFrom(part);
            }
            return Optional.of(whole.build());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("configuration in field " + FIELD + " is no object");
        }
    }

    /** Adds a configuration to the request. */
    public static void put(Struct config, AnalyzerStackConfigureRequest.Builder into) {
        into.setUnknownFields(UnknownFieldSet.newBuilder()
                .addField(FIELD, UnknownFieldSet.Field.newBuilder().addLengthDelimited(config.toByteString()).build())
                .build());
    }
}
