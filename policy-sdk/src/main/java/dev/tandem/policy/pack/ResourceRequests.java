package dev.tandem.policy.pack;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.wire.ResourceReader;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** Single resources, decoded from the request's bytes without a message in between. */
final class ResourceRequests implements MethodDescriptor.Marshaller<Resource> {

    private final ResourceReader reader = new ResourceReader(AnalyzerServer.MAX_DEPTH);

    private ResourceRequests() {}

    /** The call Analyze, which hands the resource on. */
    static ServerMethodDefinition<Resource, AnalyzeResponse> method(
            BiConsumer<Resource, StreamObserver<AnalyzeResponse>> service) {
        MethodDescriptor<AnalyzeRequest, AnalyzeResponse> method = AnalyzerGrpc.getAnalyzeMethod();
        return ServerMethodDefinition.create(
                method.toBuilder(new ReadableRequests<>(new ResourceRequests()), method.getResponseMarshaller()).build(),
                ReadableRequests.only(ServerCalls.asyncUnaryCall(service::accept), method.getFullMethodName()));
    }

    /** @throws IllegalArgumentException when the bytes are no such message */
    @Override
    public Resource parse(InputStream stream) {
        try {
            return reader.alone(stream.readAllBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("the request cannot be read", e);
        }
    }

    @Override
    public InputStream stream(Resource value) {
        throw new UnsupportedOperationException("a server sends no requests");
    }
}
