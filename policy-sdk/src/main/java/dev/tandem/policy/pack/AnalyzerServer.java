package dev.tandem.policy.pack;

import com.google.protobuf.Message;
import dev.tandem.policy.transport.UnaryServer;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import pulumirpc.AnalyzerGrpc;

/** The gRPC server on a free port of IPv4 loopback, the only address that engines dial. */
final class AnalyzerServer {

    /** A whole stack arrives in one message; engines have the same limit. */
    static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

    /** Messages inside messages: three for each object inside an object. Protobuf's own limit is 100. */
    static final int MAX_DEPTH = 10_000;

    /** Room for reading values as deep as that. Only what is used counts as memory. */
    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private AnalyzerServer() {}

    static Server start(AnalyzerService service, ServerInterceptor... interceptors) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        ServerServiceDefinition methods = AnalyzerGrpc.bindService(service);
        return new UnaryServer(
                        new InetSocketAddress(loopback, 0),
                        // Whoever listens wants to see messages.
                        interceptors.length == 0
                                ? deep(
                                        methods,
                                        ResourceRequests.method(service::analyze),
                                        StackRequests.method(service::analyzeStackUnread))
                                : ServerInterceptors.intercept(deep(methods), interceptors),
                        Executors.newCachedThreadPool(threads("analyzer")),
                        MAX_MESSAGE_BYTES)
                .start();
    }

    /** Threads with room for deep values, which do not keep the process alive. */
    static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(null, task, name, STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The same service, reading more deeply nested messages, and some methods in a way of their own. */
    private static ServerServiceDefinition deep(ServerServiceDefinition shallow, ServerMethodDefinition<?, ?>... others) {
        Map<String, ServerMethodDefinition<?, ?>> methods = new LinkedHashMap<>();
        shallow.getMethods().forEach(method -> methods.put(method.getMethodDescriptor().getFullMethodName(), deep(method)));
        for (ServerMethodDefinition<?, ?> other : others) {
            methods.put(other.getMethodDescriptor().getFullMethodName(), other);
        }
        ServerServiceDefinition.Builder out =
                ServerServiceDefinition.builder(shallow.getServiceDescriptor().getName());
        methods.values().forEach(out::addMethod);
        return out.build();
    }

    private static <Q, A> ServerMethodDefinition<Q, A> deep(ServerMethodDefinition<Q, A> method) {
        MethodDescriptor<Q, A> descriptor = method.getMethodDescriptor();
        MethodDescriptor.PrototypeMarshaller<Q> marshaller =
                (MethodDescriptor.PrototypeMarshaller<Q>) descriptor.getRequestMarshaller();
        @SuppressWarnings("unchecked")
        MethodDescriptor.Marshaller<Q> deep = (MethodDescriptor.Marshaller<Q>)
                ProtoUtils.marshallerWithRecursionLimit((Message) marshaller.getMessagePrototype(), MAX_DEPTH);
        return ServerMethodDefinition.create(
                descriptor.toBuilder(new ReadableRequests<>(deep), descriptor.getResponseMarshaller()).build(),
                ReadableRequests.only(method.getServerCallHandler(), descriptor.getFullMethodName()));
    }
}
