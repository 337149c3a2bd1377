package dev.tandem.policy.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/**
 * The requests that one version of the engine makes during one command, from {@code engines/<name>.jsonl}: how the pack is
 * started, then one call a line with what it is expected to say. Source: the engine's analyzer plugin code of that version.
 */
record EngineSequence(JsonNode start, List<JsonNode> calls, JsonNode stack) {

    static EngineSequence read(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream in = EngineSequence.class.getResourceAsStream("/engines/" + name + ".jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return new EngineSequence(
                lines.get(0).get("start"),
                lines.stream().filter(l -> l.has("call")).toList(),
                lines.get(lines.size() - 1).get("stack"));
    }

    /** What the pack says to one call: each finding's rule, each remedied rule, {@code rule: undecided}. */
    static List<String> said(AnalyzerBlockingStub client, JsonNode line) throws IOException {
        JsonNode request = line.get("request");
        switch (line.get("call").asText()) {
            case "Probe":
                return probe(client);
            case "Handshake":
                client.handshake((AnalyzerHandshakeRequest) read(request, AnalyzerHandshakeRequest.newBuilder()));
                return List.of();
            case "ConfigureStack":
                client.configureStack(stack(line));
                return List.of();
            case "GetPluginInfo":
                return client.getPluginInfo(Empty.getDefaultInstance()).getVersion().equals("1.0.0") ? List.of() : List.of("version");
            case "GetAnalyzerInfo":
                return client.getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesCount() == 3 ? List.of() : List.of("rules");
            case "Configure":
                client.configure((ConfigureAnalyzerRequest) read(request, ConfigureAnalyzerRequest.newBuilder()));
                return List.of();
            case "Remediate":
                return said(client.remediate((AnalyzeRequest) read(request, AnalyzeRequest.newBuilder())));
            case "Analyze":
                return said(client.analyze((AnalyzeRequest) read(request, AnalyzeRequest.newBuilder())));
            case "AnalyzeStack":
                return said(client.analyzeStack((AnalyzeStackRequest) read(request, AnalyzeStackRequest.newBuilder())));
            default:
                client.cancel(Empty.getDefaultInstance());
                return List.of();
        }
    }

    private static List<String> said(AnalyzeResponse response) {
        return Stream.concat(
                        response.getDiagnosticsList().stream().map(d -> d.getPolicyName()),
                        response.getNotApplicableList().stream()
                                .filter(n -> NotApplicableText.parseUndecided(n.getReason()).isPresent())
                                .map(n -> n.getPolicyName() + ": undecided"))
                .toList();
    }

    private static List<String> said(RemediateResponse response) {
        return response.getRemediationsList().stream().map(r -> r.getPolicyName()).toList();
    }

    private static AnalyzerStackConfigureRequest stack(JsonNode line) throws IOException {
        AnalyzerStackConfigureRequest request = (AnalyzerStackConfigureRequest)
                read(line.get("request"), AnalyzerStackConfigureRequest.newBuilder());
        if (!line.has("typedConfig")) {
            return request;
        }
        Message config = read(line.get("typedConfig"), Struct.newBuilder());
        return request.toBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(5, UnknownFieldSet.Field.newBuilder().addLengthDelimited(config.toByteString()).build())
                        .build())
                .build();
    }

    private static Message read(JsonNode json, Message.Builder into) throws IOException {
        JsonFormat.parser().merge(json.toString(), into);
        return into.build();
    }

    /** Engines before the handshake call a method without a name, and are content with any status but UNAVAILABLE. */
    private static List<String> probe(AnalyzerBlockingStub client) {
        MethodDescriptor<Empty, Empty> nameless = MethodDescriptor.<Empty, Empty>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("/")
                .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .build();
        try {
            ClientCalls.blockingUnaryCall(client.getChannel(), nameless, CallOptions.DEFAULT, Empty.getDefaultInstance());
            return List.of("answered by " + AnalyzerGrpc.SERVICE_NAME);
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() == io.grpc.Status.Code.UNIMPLEMENTED ? List.of() : List.of("" + e.getStatus());
        }
    }
}
