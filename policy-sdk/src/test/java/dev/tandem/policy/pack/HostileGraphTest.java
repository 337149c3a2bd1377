package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackCheck;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** Stacks whose resources hang together as no program makes them. */
class HostileGraphTest {

    private static final String DOOR = "shop:index:Door";
    private static final int DEEP = 20_000;

    private static ServedPack pack(StackCheck check) {
        return ServedPack.of(s -> Pack.named("p", "1.0.0").rule(Rule.stack("whole").summary("Whole").checkStack(check)).build());
    }

    private static String urn(int i) {
        return ServedPack.urn(DOOR, "d" + i);
    }

    private static AnalyzerResource.Builder door(int i) {
        return AnalyzerResource.newBuilder().setType(DOOR).setName("d" + i).setUrn(urn(i));
    }

    private static AnalyzerPropertyDependencies on(int i) {
        return AnalyzerPropertyDependencies.newBuilder().addUrns(urn(i)).build();
    }

    private static String said(ServedPack pack, AnalyzeStackRequest.Builder request) throws Exception {
        return pack.client().analyzeStack(request.build()).getDiagnostics(0).getMessage();
    }

    @Test
    void parentsOfParentsTwentyThousandDeepAreWalked() throws Exception {
        AnalyzeStackRequest.Builder request = AnalyzeStackRequest.newBuilder();
        for (int i = 0; i < DEEP; i++) {
            request.addResources(i == 0 ? door(0) : door(i).setParent(urn(i - 1)));
        }
        try (ServedPack pack = pack(c -> {
            Resource last = c.graph().find(urn(DEEP - 1)).orElseThrow();
            c.violation(c.graph().ancestors(last).size() + " above");
        })) {
            assertThat(said(pack, request)).isEqualTo("Whole\n" + (DEEP - 1) + " above");
        }
    }

    @Test
    void aCircleOfPropertyDependenciesIsFollowedAsFarAsARuleGoes() throws Exception {
        AnalyzeStackRequest.Builder circle = AnalyzeStackRequest.newBuilder();
        for (int i = 0; i < 3; i++) {
            circle.addResources(door(i).putPropertyDependencies("wall", on((i + 1) % 3)).addDependencies(urn((i + 1) % 3)));
        }
        circle.addResources(door(3).putPropertyDependencies("wall", on(3)).setParent(urn(3)));
        try (ServedPack pack = pack(c -> {
            StringBuilder walk = new StringBuilder();
            Resource at = c.graph().find(urn(0)).orElseThrow();
            for (int i = 0; i < 4; i++) {
                walk.append(at.name()).append(' ').append(c.graph().referrers(at)).append(' ');
                at = c.graph().referenced(at, "wall").get(0);
            }
            Resource own = c.graph().find(urn(3)).orElseThrow();
            c.violation(walk + "" + c.graph().referrers(own) + c.graph().ancestors(own));
        })) {
            assertThat(said(pack, circle)).isEqualTo("Whole\nd0 [" + urn(2) + "] d1 [" + urn(0) + "] d2 [" + urn(1) + "] d0 ["
                    + urn(2) + "] [" + urn(3) + "][]");
        }
    }
}
