package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackCheck;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** What the engine is told of a whole stack. */
class AnalyzeStackTest {

    private static final String DOOR = "shop:index:Door";
    private static final String STACK_URN = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

    private static ServedPack pack(StackCheck check) {
        return ServedPack.of(s -> Pack.named("p", "1.0.0")
                .rule(Rule.stack("whole").summary("Whole").level(EnforcementLevel.REMEDIATE).checkStack(check))
                .build());
    }

    private static AnalyzerResource.Builder door(String name) {
        return AnalyzerResource.newBuilder().setType(DOOR).setName(name).setUrn(ServedPack.urn(DOOR, name));
    }

    private static AnalyzeStackRequest of(AnalyzerResource.Builder... resources) {
        AnalyzeStackRequest.Builder out = AnalyzeStackRequest.newBuilder();
        Stream.of(resources).forEach(out::addResources);
        return out.build();
    }

    @Test
    void aFindingAboutTheStackGetsTheStacksUrnAndAStackRuleAtRemediateIsMandatory() throws Exception {
        try (ServedPack pack = pack(c -> c.violation("too big"))) {
            AnalyzerResource.Builder stack = AnalyzerResource.newBuilder()
                    .setType("pulumi:pulumi:Stack").setUrn(STACK_URN).setName("shop-dev");
            AnalyzeDiagnostic said = pack.client().analyzeStack(of(door("a"), stack)).getDiagnostics(0);
            assertThat(said.getUrn()).isEqualTo(STACK_URN);
            assertThat(said.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            assertThat(said.getMessage()).isEqualTo("Whole\ntoo big");
        }
    }

    @Test
    void theStacksUrnIsWorkedOutWhenTheStackIsNotListed() throws Exception {
        try (ServedPack pack = pack(c -> c.violation("too big"))) {
            assertThat(pack.client().analyzeStack(of(door("a"))).getDiagnostics(0).getUrn()).isEqualTo(STACK_URN);
            pack.client().configureStack(AnalyzerStackConfigureRequest.newBuilder()
                    .setStack("dev").setProject("shop").build());
            assertThat(pack.client().analyzeStack(of()).getDiagnostics(0).getUrn()).isEqualTo(STACK_URN);
        }
    }

    @Test
    void whatTheProgramSetIsKnownOfResourcesThatWereJudgedBefore() throws Exception {
        StackCheck says = c -> c.graph().ofType(DOOR).forEach(d -> c.violation(d, d.name() + " "
                + d.inputNames().map(names -> new java.util.TreeSet<>(names).toString()).orElse("not judged before")));
        try (ServedPack pack = pack(says)) {
            Map<String, Object> inputs = new java.util.HashMap<>(Map.of("lock", "abc"));
            inputs.put("key", null);
            pack.client().analyze(AnalyzerOuterClass.AnalyzeRequest.newBuilder().setType(DOOR).setUrn(ServedPack.urn(DOOR, "a"))
                    .setProperties(ServedPack.struct(Map.of("old", 1))).build());
            pack.client().analyze(AnalyzerOuterClass.AnalyzeRequest.newBuilder().setType(DOOR).setUrn(ServedPack.urn(DOOR, "a"))
                    .setProperties(ServedPack.struct(inputs)).build());
            assertThat(pack.client().analyzeStack(of(door("a").setProperties(ServedPack.struct(Map.of("id", 1))), door("b")))
                            .getDiagnosticsList())
                    .extracting(AnalyzeDiagnostic::getMessage)
                    .containsExactly("Whole\na [lock]", "Whole\nb not judged before");
        }
    }

    @Test
    void aFindingAboutAResourceKeepsItsUrn() throws Exception {
        try (ServedPack pack = pack(c -> c.graph().ofType(DOOR).forEach(d -> c.violation(d, "bad " + d.name())))) {
            AnalyzeResponse response = pack.client().analyzeStack(of(door("a"), door("b")));
            assertThat(response.getDiagnosticsList()).extracting(AnalyzeDiagnostic::getUrn)
                    .containsExactly(ServedPack.urn(DOOR, "a"), ServedPack.urn(DOOR, "b"));
        }
    }

    @Test
    void duplicateUrnsMissingParentsAndDependenciesOutsideTheListAreNoTrouble() throws Exception {
        try (ServedPack pack = pack(c -> {
            Resource first = c.graph().all().iterator().next();
            c.violation(c.graph().all().size() + " " + first.get("n").string().orElse("") + " " + c.graph().parentOf(first)
                    + " " + c.graph().ancestors(first) + " " + c.graph().referenced(first, "wall") + " "
                    + first.propertyDependencies() + first.dependencies());
        })) {
            AnalyzerResource.Builder odd = door("a")
                    .setProperties(ServedPack.struct(Map.of("n", 1)))
                    .setParent(ServedPack.urn("x", "gone"))
                    .addDependencies(ServedPack.urn("x", "away"))
                    .putPropertyDependencies("wall", AnalyzerPropertyDependencies.newBuilder()
                            .addUrns(ServedPack.urn("x", "wall")).build());
            assertThat(pack.client().analyzeStack(of(odd, door("a").setProperties(ServedPack.struct(Map.of("n", 2)))))
                            .getDiagnostics(0).getMessage())
                    .isEqualTo("Whole\n1 1 Optional.empty [] [] {wall=[" + ServedPack.urn("x", "wall") + "]}["
                            + ServedPack.urn("x", "away") + "]");
        }
    }

    @Test
    void aCircleOfParentsEnds() throws Exception {
        try (ServedPack pack = pack(c -> c.violation("" + c.graph().ancestors(c.graph().all().iterator().next()).size()))) {
            String a = ServedPack.urn(DOOR, "a");
            String b = ServedPack.urn(DOOR, "b");
            AnalyzeResponse response = pack.client().analyzeStack(of(door("a").setParent(b), door("b").setParent(a)));
            assertThat(response.getDiagnostics(0).getMessage()).isEqualTo("Whole\n1");
        }
    }

    @Test
    void aResourceRuleIsNotAskedAboutTheStack() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0")
                .rule(Rule.resource("one").summary("One").check(c -> c.violation("never"))).build())) {
            assertThat(pack.client().analyzeStack(of(door("a")))).isEqualTo(AnalyzeResponse.getDefaultInstance());
        }
    }

    @Test
    void whatDependsOnAResourceIsFoundWhileIdsAreUnknown() throws Exception {
        try (ServedPack pack = pack(c -> {
            Resource wall = c.graph().find(ServedPack.urn("shop:index:Wall", "w")).orElseThrow();
            c.violation("" + c.graph().referrers(wall, DOOR, "wallId").stream().map(Resource::name).toList()
                    + List.of(c.graph().children(wall).size()));
        })) {
            AnalyzerResource.Builder wall = AnalyzerResource.newBuilder()
                    .setType("shop:index:Wall").setUrn(ServedPack.urn("shop:index:Wall", "w"));
            AnalyzerResource.Builder joined = door("a")
                    .setParent(wall.getUrn())
                    .putPropertyDependencies("wallId", AnalyzerPropertyDependencies.newBuilder().addUrns(wall.getUrn()).build());
            AnalyzerResource.Builder loose = door("b").addDependencies(wall.getUrn());
            assertThat(pack.client().analyzeStack(of(wall, joined, loose)).getDiagnostics(0).getMessage())
                    .isEqualTo("Whole\n[a][1]");
        }
    }
}
