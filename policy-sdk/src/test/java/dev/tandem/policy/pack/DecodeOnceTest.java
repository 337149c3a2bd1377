package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** A resource is decoded once, however many rules look at it: they all see the same objects. */
class DecodeOnceTest {

    private static final String DOOR = "shop:index:Door";
    private static final int RULES = 20;
    private static final int RESOURCES = 50;

    /** Counts the objects that were made, by identity. */
    private final Set<Resource> resources = identities();
    private final Set<Value> values = identities();
    private final Set<ResourceGraph> graphs = identities();
    private int looks;

    private static <T> Set<T> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private synchronized void look(Resource resource) {
        looks++;
        resources.add(resource);
        resource.get("lock.maker").value().ifPresent(values::add);
        resource.get("sizes").items().forEach(i -> i.value().ifPresent(values::add));
    }

    private synchronized void look(ResourceGraph graph) {
        graphs.add(graph);
        graph.all().forEach(this::look);
    }

    private Pack pack() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            rules.add(Rule.resource("looks-" + i).summary("Looks").check(c -> look(c.resource())));
            rules.add(Rule.stack("looks-at-all-" + i).summary("Looks").checkStack(c -> look(c.graph())));
        }
        return Pack.named("p", "1.0.0").rules(rules).build();
    }

    private static final Map<String, ?> PROPERTIES =
            Map.of("lock", Map.of("maker", "abc"), "sizes", List.of("a", "b"), "plain", true);

    @Test
    void forAResource() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack())) {
            pack.analyze(DOOR, PROPERTIES);
        }
        assertThat(looks).isEqualTo(RULES);
        assertThat(resources).hasSize(1);
        assertThat(values).hasSize(3);
    }

    @Test
    void forAStack() throws Exception {
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        for (int i = 0; i < RESOURCES; i++) {
            stack.addResources(AnalyzerResource.newBuilder()
                    .setType(DOOR).setUrn(ServedPack.urn(DOOR, "door" + i)).setProperties(ServedPack.struct(PROPERTIES)));
        }
        try (ServedPack pack = ServedPack.of(s -> pack())) {
            pack.client().analyzeStack(stack.build());
        }
        assertThat(looks).isEqualTo(RULES * RESOURCES);
        assertThat(graphs).hasSize(1);
        assertThat(resources).hasSize(RESOURCES);
        assertThat(values).hasSize(3 * RESOURCES);
    }
}
