package dev.tandem.policy.fuzz;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tandem.policy.pack.LocalPack;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/** Any bytes as a configuration: it is taken, or refused with what is wrong. */
public final class ConfigTarget {

    private static final Map<String, Object> WIDTH = Map.of("type", "integer", "minimum", 10);
    private static final Map<String, Object> COLORS =
            Map.of("type", "array", "items", Map.of("type", "string", "enum", List.of("red", "blue")));
    private static final Map<String, Object> PATTERN = Map.of("type", "string", "pattern", "^[a-z]+$");
    private static final LocalPack PACK = LocalPack.of(stack -> Pack.named("doors", "1.0.0")
            .rule(Rule.resource("door").oldIds("gate").summary("Doors").level(EnforcementLevel.MANDATORY)
                    .config("width", WIDTH).config("colors", COLORS).config("pattern", PATTERN)
                    .check(c -> c.config().at("width").integer()))
            .build());

    private ConfigTarget() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        ConfigureAnalyzerRequest request;
        try {
            CodedInputStream in = CodedInputStream.newInstance(data);
            in.setRecursionLimit(10_000);
            request = ConfigureAnalyzerRequest.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            return;
        }
        try {
            PACK.configure(request.getPolicyConfigMap());
        } catch (IllegalArgumentException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new IllegalStateException("refused without a word", e);
            }
        }
    }
}
