package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Empty;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls that engines of several ages make, in their order and with what they fill in. */
class EngineVersionsTest {

    private static final String DOOR = "shop:index:Door";
    private final List<StackInfo> told = new CopyOnWriteArrayList<>();

    private Pack pack(StackInfo stack) {
        told.add(stack);
        return Pack.named("p", "1.0.0")
                .rule(Rule.resource("narrow").on(DOOR).summary("Wide").config("minimum", Map.of("type", "integer", "default", 90))
                        .check(c -> {
                            if (c.get("width").integerOr(0) < c.config().at("minimum").integerOr(0)) {
                                c.violation("narrow");
                            }
                        }))
                .rule(Rule.resource("green").on(DOOR).summary("Green").level(EnforcementLevel.REMEDIATE)
                        .remediate(c -> Map.of("colour", Values.of("green"))).build())
                .rule(Rule.stack("joined").summary("Joined").checkStack(c -> c.graph().ofType(DOOR).forEach(d -> {
                    if (!c.graph().referenced(d, "width").isEmpty()) {
                        c.violation(d, "its width comes from another");
                    }
                })))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "3.150-preview", "3.170-preview", "3.250-preview", "3.274-preview-of-a-file", "3.274-policy-analyze", "3.274-policy-publish"
    })
    void everyCallOfTheEngineIsAnswered(String name) throws Exception {
        EngineSequence sequence = EngineSequence.read(name);
        Map<String, String> environment = new HashMap<>();
        sequence.start().get("environment").properties().forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        List<String> arguments = new ArrayList<>();
        sequence.start().get("arguments").forEach(a -> arguments.add(a.asText()));
        // An address nobody listens at would look like an engine that is gone.
        try (java.net.ServerSocket engine = new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
            arguments.replaceAll(a -> a.equals("127.0.0.1:1") ? "127.0.0.1:" + engine.getLocalPort() : a);
            try (ServedPack pack = ServedPack.of(this::pack, environment, arguments.toArray(new String[0]))) {
                boolean ended = false;
                for (JsonNode line : sequence.calls()) {
                    List<String> expected = new ArrayList<>();
                    line.get("expect").forEach(e -> expected.add(e.asText()));
                    assertThat(EngineSequence.said(pack.client(), line)).as(line.toString()).isEqualTo(expected);
                    ended = line.get("call").asText().equals("Cancel");
                }
                if (ended) {
                    assertThat(pack.exit()).isZero();
                }
            }
        }
        if (sequence.stack() != null) {
            StackInfo last = told.get(told.size() - 1);
            JsonNode wanted = sequence.stack();
            assertThat(last.project()).isEqualTo(wanted.get("project").asText());
            assertThat(last.stack()).isEqualTo(wanted.get("stack").asText());
            assertThat(last.config("region").orElse("")).isEqualTo(wanted.get("region").asText());
            assertThat(last.secrets().contains("hunter23")).isEqualTo(wanted.get("secret").asBoolean());
            assertThat(last.dryRun().orElse(null)).isEqualTo(wanted.get("dryRun").isNull() ? null : wanted.get("dryRun").asBoolean());
        }
    }

    /** Until 3.248 each type has an unknown placeholder of its own. */
    @Test
    void everyKindOfUnknownIsUnknown() throws Exception {
        try (ServedPack pack = ServedPack.of(this::pack)) {
            for (String unknown : List.of(
                    Unknowns.STRING,
                    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
                    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
                    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
                    "030794c1-ac77-496b-92df-f27374a8bd58",
                    "e48ece36-62e2-4504-bad9-02848725956a",
                    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff")) {
                assertThat(pack.analyze(DOOR, Map.of("width", unknown, "colour", "green")).getNotApplicable(0).getReason())
                        .isEqualTo("undecided: width is not known before the deployment");
            }
        }
    }

    /** Configuration of 3.170 is typed; rules read it as they do that of other engines. */
    @Test
    void typedConfigurationReadsAsText() throws Exception {
        EngineSequence sequence = EngineSequence.read("3.170-preview");
        try (ServedPack pack = ServedPack.of(this::pack)) {
            EngineSequence.said(pack.client(), sequence.calls().get(1));
            StackInfo last = told.get(told.size() - 1);
            assertThat(last.config("sizes")).contains("[1,2]");
            assertThat(last.secretKeys()).containsExactly("shop:token");
        }
    }

    @Test
    void aSecondCancelIsNoError() throws Exception {
        try (ServedPack pack = ServedPack.of(this::pack)) {
            var first = pack.futures().cancel(Empty.getDefaultInstance());
            var second = pack.futures().cancel(Empty.getDefaultInstance());
            assertThat(first.get()).isEqualTo(Empty.getDefaultInstance());
            assertThat(second.get()).isEqualTo(Empty.getDefaultInstance());
            assertThat(pack.exit()).isZero();
        }
    }
}
