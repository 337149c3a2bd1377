package dev.tandem.policy.fuzz;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Struct;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.ResourceDecoder;
import dev.tandem.policy.wire.ResourceReader;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.policy.wire.StructEncoder;
import dev.tandem.policy.wire.StructPatch;
import java.io.IOException;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** Any bytes as the engine's messages: what is a message is decoded, and comes back as it was. */
public final class DecodeTarget {

    private static final ResourceReader READER = new ResourceReader(10_000);

    private DecodeTarget() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            AnalyzeRequest request = AnalyzeRequest.parseFrom(deep(data));
            requireSame(ResourceDecoder.decode(request), READER.alone(data));
            roundTrip(request.getProperties());
        } catch (IOException e) {
            // No message: gRPC answers with an error.
        }
        try {
            requireSame(ResourceDecoder.decode(AnalyzerResource.parseFrom(deep(data))), READER.ofStack(data));
        } catch (IOException e) {
            // As above.
        }
    }

    private static void requireSame(Resource decoded, Resource read) {
        boolean same = decoded.urn().equals(read.urn())
                && decoded.type().equals(read.type())
                && decoded.properties().value().equals(read.properties().value())
                && decoded.options().equals(read.options())
                && decoded.dependencies().equals(read.dependencies())
                && decoded.propertyDependencies().equals(read.propertyDependencies());
        if (!same) {
            throw new IllegalStateException("read from its bytes, the resource is another one: " + decoded.properties().value());
        }
    }

    private static CodedInputStream deep(byte[] data) {
        CodedInputStream in = CodedInputStream.newInstance(data);
        in.setRecursionLimit(10_000);
        return in;
    }

    private static void roundTrip(Struct sent) {
        Map<String, Value> values = StructDecoder.decode(sent);
        if (!StructDecoder.decode(StructEncoder.encode(values)).equals(values)) {
            throw new IllegalStateException("encoded and decoded, the values are others: " + sent);
        }
        if (!StructPatch.apply(sent, values).equals(sent)) {
            throw new IllegalStateException("a patch with what is there changed it: " + sent);
        }
        values.forEach((name, value) -> read(Property.root(values).key(name)));
    }

    /** Every reader answers or says why not. */
    private static void read(Property at) {
        at.toString();
        at.value().ifPresent(Value::toString);
        for (Runnable reader : new Runnable[] {
            at::string, at::bool, at::integer, at::number, at::items, at::strings, at::entries, at::json,
            () -> at.all("[*].a|json[*]")
        }) {
            try {
                reader.run();
            } catch (UndecidedException e) {
                e.getMessage();
            }
        }
    }
}
