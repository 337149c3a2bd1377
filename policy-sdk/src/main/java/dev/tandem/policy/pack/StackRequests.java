package dev.tandem.policy.pack;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.wire.ResourceReader;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/**
 * Whole stacks, read one resource at a time: the bytes of each are garbage as soon as it was decoded, where a message of
 * all would be copied by every collection until the last rule has run. For a transport whose requests can be read later.
 */
final class StackRequests implements MethodDescriptor.Marshaller<InputStream> {

    private static final int RESOURCE =
            AnalyzeStackRequest.RESOURCES_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;

    private StackRequests() {}

    /** The call AnalyzeStack, which hands the request on unread. */
    static ServerMethodDefinition<InputStream, AnalyzeResponse> method(
            BiConsumer<InputStream, StreamObserver<AnalyzeResponse>> service) {
        return ServerMethodDefinition.create(
                AnalyzerGrpc.getAnalyzeStackMethod()
                        .toBuilder(new StackRequests(), AnalyzerGrpc.getAnalyzeStackMethod().getResponseMarshaller())
                        .build(),
                ServerCalls.asyncUnaryCall(service::accept));
    }

    /**
     * {@return the resources of a request, in order}
     *
     * @throws IllegalArgumentException when the bytes are no such message
     */
    static List<Resource> read(InputStream request) {
        List<Resource> out = new ArrayList<>();
        ResourceReader reader = new ResourceReader(AnalyzerServer.MAX_DEPTH);
        try {
            CodedInputStream in = CodedInputStream.newInstance(request);
            in.setSizeLimit(Integer.MAX_VALUE);
            in.setRecursionLimit(AnalyzerServer.MAX_DEPTH);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (tag == RESOURCE) {
                    out.add(reader.ofStack(in.readByteArray()));
                } else if (!in.skipField(tag)) {
                    throw new IOException("the end of a group that did not begin");
                }
            }
            return out;
        } catch (IOException e) {
            throw new IllegalArgumentException("the request cannot be read, expected a protobuf message with texts in UTF-8", e);
        }
    }

    @Override
    public InputStream parse(InputStream stream) {
        return stream;
    }

    @Override
    public InputStream stream(InputStream value) {
        return value;
    }
}
