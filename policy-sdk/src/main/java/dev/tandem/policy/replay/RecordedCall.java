package dev.tandem.policy.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.tandem.policy.wire.TypedConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/**
 * One file of a recording: {@code {"call": "Analyze", "request": {...}, "answer": {...}}}. A call that the pack did not
 * answer has {@code error} in place of the answer, or neither when it never came back.
 *
 * @param file without its directory
 * @param content the whole object
 */
public record RecordedCall(String file, ObjectNode content) {

    /** {@link TypedConfig} has no name in the message, so it gets one here. */
    private static final String TYPED_CONFIG = "typedConfig";

    /** Values may be nested as deep, and be as long, as the server takes them. */
    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000).maxStringLength(Integer.MAX_VALUE).build())
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(100_000).build())
            .build());

    /**
     * All calls of a recording, in the order in which they came.
     *
     * @throws IllegalArgumentException naming the directory or file, when it is none
     */
    public static List<RecordedCall> all(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("'" + directory + "' is no directory, expected a recording");
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<RecordedCall> calls = files.filter(f -> f.getFileName().toString().matches("\\d+-\\w+\\.json"))
                    .sorted()
                    .map(RecordedCall::read)
                    .toList();
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("'" + directory + "' holds no recorded call, expected files such as"
                        + " 00001-Handshake.json; a recording is a directory below the one that was named for it");
            }
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCall read(Path file) {
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode object && object.path("call").isTextual()) {
                return new RecordedCall(file.getFileName().toString(), object);
            }
            throw new IllegalArgumentException("'" + file + "': expected an object with call and request");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + file + "': no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the call, such as {@code AnalyzeStack}. */
    public String call() {
        return content.path("call").asText();
    }

    /** What it is about, for people: a resource's URN, or nothing. */
    public String about() {
        return content.path("request").path("urn").asText("");
    }

    /**
     * Fills in the request.
     *
     * @throws IllegalArgumentException when it is something else, or nested more than a hundred messages deep
     */
    public void readRequest(Message.Builder into) {
        try {
            JsonNode request = content.path("request").deepCopy();
            if (into instanceof AnalyzerStackConfigureRequest.Builder stack && request instanceof ObjectNode fields) {
                JsonNode typed = fields.remove(TYPED_CONFIG);
                if (typed != null) {
                    Struct.Builder config = Struct.newBuilder();
                    JsonFormat.parser().merge(JSON.writeValueAsString(typed), config);
                    TypedConfig.put(config.build(), stack);
                }
            }
            JsonFormat.parser().merge(JSON.writeValueAsString(request), into);
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalArgumentException("'" + file + "': the request is no " + into.getDescriptorForType().getName()
                    + ": " + e.getMessage());
        }
    }

    /** The JSON form of a message. */
    public static JsonNode json(Message message) {
        try {
            JsonNode json = JSON.readTree(JsonFormat.printer().omittingInsignificantWhitespace().print(message));
            if (message instanceof AnalyzerStackConfigureRequest stack) {
                TypedConfig.of(stack).ifPresent(config -> ((ObjectNode) json).set(TYPED_CONFIG, json(config)));
            }
            return json;
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalArgumentException("has no JSON form: " + e.getMessage());
        }
    }
}
