package dev.tandem.policy.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Message;
import dev.tandem.policy.replay.RecordedCall;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.rule.UndecidedMode;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pulumirpc.AnalyzerGrpc;

/** Puts recorded calls to a pack once more, over the real server, and shows what it answers. */
final class Replay {

    /** The argument of a pack's main that asks for it, before the directory. */
    static final String FLAG = "--replay";

    private static final long LIMIT_MINUTES = 10;
    private final PrintStream out;
    private int different;

    private Replay(PrintStream out) {
        this.out = out;
    }

    /**
     * @return 0 when every answer is the recorded one, 1 when one differs
     * @throws IllegalArgumentException when there is no recording, or a file of it is none
     */
    static int run(Path directory, PackFactory factory, Optional<UndecidedMode> undecided, PrintStream out)
            throws IOException {
        List<RecordedCall> calls = RecordedCall.all(directory);
        PackState state = new PackState(factory, StackInfo.NONE, undecided);
        Server server = AnalyzerServer.start(new AnalyzerService(state, () -> {}, () -> {}));
        ManagedChannel channel = OkHttpChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .maxInboundMessageSize(AnalyzerServer.MAX_MESSAGE_BYTES)
                .build();
        try {
            Replay replay = new Replay(out);
            for (RecordedCall call : calls) {
                replay.show(call, channel);
            }
            out.println(calls.size() + " calls replayed, " + replay.different + " answered differently than recorded");
            return replay.different == 0 ? 0 : 1;
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private void show(RecordedCall call, ManagedChannel channel) {
        out.println(call.file() + " " + call.about());
        if (!call.content().has("request")) {
            out.println("  not recorded: " + call.content().path("requestNotRecorded").asText());
        } else if (call.call().equals("Cancel")) {
            out.println("  not replayed: it only ends the pack");
        } else {
            try {
                compare(call, answer(call, channel));
            } catch (IllegalArgumentException e) {
                different++;
                out.println("  not replayed: " + e.getMessage());
            }
        }
    }

    private void compare(RecordedCall call, JsonNode answer) {
        JsonNode before = call.content().has("error") ? call.content().path("error") : call.content().path("answer");
        out.println(answer.toPrettyString().indent(2).stripTrailing());
        if (!before.equals(answer)) {
            different++;
            out.println("  recorded:");
            out.println((before.isMissingNode() ? "no answer" : before.toPrettyString()).indent(4).stripTrailing());
        }
    }

    private static JsonNode answer(RecordedCall call, ManagedChannel channel) {
        MethodDescriptor<?, ?> method = AnalyzerGrpc.getServiceDescriptor().getMethods().stream()
                .filter(m -> call.call().equals(m.getBareMethodName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + call.file() + "': there is no call '" + call.call() + "'"));
        return ask(call, method, channel);
    }

    private static <Q, A> JsonNode ask(RecordedCall call, MethodDescriptor<Q, A> method, ManagedChannel channel) {
        MethodDescriptor.PrototypeMarshaller<Q> requests = (MethodDescriptor.PrototypeMarshaller<Q>) method.getRequestMarshaller();
        Message.Builder request = ((Message) requests.getMessagePrototype()).newBuilderForType();
        call.readRequest(request);
        @SuppressWarnings("unchecked")
        Q built = (Q) request.build();
        try {
            CallOptions limit = CallOptions.DEFAULT.withDeadlineAfter(LIMIT_MINUTES, TimeUnit.MINUTES);
            return RecordedCall.json((Message) ClientCalls.blockingUnaryCall(channel, method, limit, built));
        } catch (StatusRuntimeException e) {
            return call.content().objectNode()
                    .put("code", e.getStatus().getCode().name())
                    .put("description", e.getStatus().getDescription());
        }
    }
}
