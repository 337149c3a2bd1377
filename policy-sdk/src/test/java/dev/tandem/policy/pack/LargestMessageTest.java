package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.WireFormat;
import io.grpc.CallOptions;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** The limit of 400 MiB, on both sides of it, asked of a pack with a heap for it. */
class LargestMessageTest {

    private static final int MEBIBYTE = 1024 * 1024;

    /** A stack of resources of a mebibyte each, which all share the bytes of their one property. */
    private record Stack(List<byte[]> parts, int size) {

        static Stack of(int mebibytes) throws IOException {
            Struct properties = Struct.newBuilder()
                    .putFields("x", Value.newBuilder().setStringValue("y".repeat(MEBIBYTE)).build())
                    .build();
            byte[] shared = AnalyzerResource.newBuilder().setProperties(properties).build().toByteArray();
            List<byte[]> parts = new ArrayList<>();
            int size = 0;
            for (int i = 0; i < mebibytes; i++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                CodedOutputStream head = CodedOutputStream.newInstance(bytes);
                AnalyzerResource own = AnalyzerResource.newBuilder().setType("a:b:C").setUrn(ServedPack.urn("a:b:C", "r" + i)).build();
                head.writeTag(AnalyzeStackRequest.RESOURCES_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                head.writeUInt32NoTag(own.getSerializedSize() + shared.length);
                own.writeTo(head);
                head.flush();
                parts.add(bytes.toByteArray());
                parts.add(shared);
                size += bytes.size() + shared.length;
            }
            return new Stack(parts, size);
        }

        InputStream stream() {
            return new Parts(this);
        }
    }

    /** Knows its length, so that nothing is gathered before it is sent. */
    private static final class Parts extends InputStream implements KnownLength {
        private final List<byte[]> parts;
        private int left;
        private int part;
        private int within;

        Parts(Stack stack) {
            this.parts = stack.parts();
            this.left = stack.size();
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            if (left == 0) {
                return -1;
            }
            if (within == parts.get(part).length) {
                part++;
                within = 0;
            }
            int now = Math.min(most, parts.get(part).length - within);
            System.arraycopy(parts.get(part), within, into, offset, now);
            within += now;
            left -= now;
            return now;
        }

        @Override
        public int available() {
            return left;
        }
    }

    private static final MethodDescriptor<Stack, AnalyzeResponse> ANALYZE_STACK = MethodDescriptor.<Stack, AnalyzeResponse>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(AnalyzerGrpc.getAnalyzeStackMethod().getFullMethodName())
            .setRequestMarshaller(new MethodDescriptor.Marshaller<>() {
                @Override
                public InputStream stream(Stack stack) {
                    return stack.stream();
                }

                @Override
                public Stack parse(InputStream stream) {
                    throw new UnsupportedOperationException();
                }
            })
            .setResponseMarshaller(ProtoUtils.marshaller(AnalyzeResponse.getDefaultInstance()))
            .build();

    @Test
    void nearlyFourHundredMebibytesAreTakenAndMoreAreRefusedWithAWord() throws Exception {
        Stack allowed = Stack.of(399);
        Stack tooMuch = Stack.of(401);
        assertThat(allowed.size()).isBetween(395 * MEBIBYTE, 400 * MEBIBYTE);
        assertThat(tooMuch.size()).isGreaterThan(400 * MEBIBYTE);
        try (ServerSocket engine = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ToyProcess toy = new ToyProcess(List.of("-Xmx2g", "-XX:+UseSerialGC"), "127.0.0.1:" + engine.getLocalPort())) {
            toy.connect();
            CallOptions limit = CallOptions.DEFAULT.withDeadlineAfter(ToyProcess.LIMIT_SECONDS, TimeUnit.SECONDS);
            AnalyzeResponse taken = ClientCalls.blockingUnaryCall(toy.blocking().getChannel(), ANALYZE_STACK, limit, allowed);
            assertThat(taken.getDiagnostics(0).getMessage()).isEqualTo("Counts\n399 resources");
            assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(toy.blocking().getChannel(), ANALYZE_STACK, limit, tooMuch))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessage("RESOURCE_EXHAUSTED: gRPC message exceeds maximum size 419430400: " + tooMuch.size());
            assertThat(toy.blocking().getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("1.0.0");
        }
    }
}
