package dev.tandem.e2e.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.e2e.provider.Completed;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.ResourceMonitorGrpc;

/**
 * Declares every violating example of the rules' pages in one stack. It speaks to the engine without the SDK, whose types
 * would not let a program be this bad. The folder of the pages is in {@value #PAGES}, a choice of rules in {@value #RULES}.
 */
public final class BadProgram {

    public static final String PAGES = "BAD_PLAN_PAGES";

    /** Whose examples are declared, with commas between; empty for all. */
    public static final String RULES = "BAD_PLAN_RULES";

    /**
     * Set: the clean examples instead, by a program that names no source of a value, as the Java SDK does of every output but
     * the id while it is unknown.
     */
    public static final String CLEAN_WITHOUT_SOURCES = "BAD_PLAN_CLEAN";

    private static final String PROVIDER = "pulumi:providers:aws";
    private static final int MESSAGE_BYTES = 64 << 20;

    private final ResourceMonitorGrpc.ResourceMonitorBlockingStub engine;
    private final Map<String, String> urns = new HashMap<>();
    private final Map<String, String> providers = new HashMap<>();
    private final String stack;
    private final boolean clean = System.getenv(CLEAN_WITHOUT_SOURCES) != null;

    private BadProgram(ResourceMonitorGrpc.ResourceMonitorBlockingStub engine) {
        this.engine = engine;
        this.stack = engine.registerResource(RegisterResourceRequest.newBuilder()
                .setType("pulumi:pulumi:Stack")
                .setName(System.getenv("PULUMI_PROJECT") + "-" + System.getenv("PULUMI_STACK"))
                .build()).getUrn();
    }

    public static void main(String[] args) throws IOException {
        ManagedChannel channel = NettyChannelBuilder.forTarget(System.getenv("PULUMI_MONITOR"))
                .usePlaintext().maxInboundMessageSize(MESSAGE_BYTES).build();
        try {
            Set<String> only = Set.of(System.getenv().getOrDefault(RULES, "").split(","));
            BadProgram program = new BadProgram(ResourceMonitorGrpc.newBlockingStub(channel));
            program.declare(Example.all(Path.of(System.getenv(PAGES)), program.section()).stream()
                    .filter(e -> only.contains("") || only.contains(e.rule())).toList());
        } finally {
            channel.shutdownNow();
        }
    }

    private Example.Section section() {
        return clean ? Example.Section.PASSES : Example.Section.VIOLATES;
    }

    /** In an order in which what is referred to comes first. */
    private void declare(List<Example> examples) {
        List<Example> left = new ArrayList<>(examples);
        Set<String> known = new HashSet<>(examples.stream().map(BadProgram::key).toList());
        while (!left.isEmpty()) {
            List<Example> ready = left.stream().filter(e -> references(e.properties()).stream()
                    .map(name -> e.rule() + "/" + name).allMatch(k -> urns.containsKey(k) || !known.contains(k))).toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("examples refer to one another in a circle: " + left);
            }
            ready.forEach(e -> urns.put(key(e), register(e).getUrn()));
            left.removeAll(ready);
        }
    }

    private RegisterResourceResponse register(Example example) {
        JsonNode properties = example.properties();
        RegisterResourceRequest.Builder request = RegisterResourceRequest.newBuilder()
                .setType(example.type()).setName(example.urnName()).setParent(stack)
                .setCustom(true).setAcceptSecrets(true).setSupportsPartialValues(true)
                .setObject(Completed.arguments(example.type(), References.struct(properties), example.urnName()));
        Set<String> all = new LinkedHashSet<>();
        properties.properties().forEach(property -> {
            List<String> sources = references(property.getValue()).stream()
                    .map(name -> urns.get(example.rule() + "/" + name)).filter(java.util.Objects::nonNull).toList();
            all.addAll(clean ? List.of() : sources);
            if (!sources.isEmpty() && !clean) {
                request.putPropertyDependencies(property.getKey(), PropertyDependencies.newBuilder().addAllUrns(sources).build());
            }
        });
        if (example.body().path("provider").isObject()) {
            request.setProvider(provider(example.body().path("provider")));
        }
        return engine.registerResource(request.addAllDependencies(all).build());
    }

    private String provider(JsonNode said) {
        String name = said.path("name").asText();
        return providers.computeIfAbsent(name + said, key -> {
            Map<String, Value> config = new LinkedHashMap<>(References.struct(said).getFieldsMap());
            config.remove("name");
            RegisterResourceResponse made = engine.registerResource(RegisterResourceRequest.newBuilder()
                    .setType(PROVIDER).setName(name + "-" + providers.size()).setParent(stack).setCustom(true)
                    .setObject(Struct.newBuilder().putAllFields(config)).build());
            return made.getUrn() + "::" + (made.getId().isEmpty() ? References.UNKNOWN : made.getId());
        });
    }

    private static Set<String> references(JsonNode node) {
        Set<String> out = new LinkedHashSet<>();
        References.collect(node, out);
        return out;
    }

    private static String key(Example example) {
        return example.rule() + "/" + example.name();
    }
}
