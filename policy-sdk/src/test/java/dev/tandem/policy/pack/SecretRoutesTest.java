package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.ResourceContext;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** A rule that does its worst to print a secret does not get it to the engine, whatever way it takes. */
class SecretRoutesTest {

    private static final String DOOR = "shop:index:Door";
    private static final String SECRET = "hunter22";
    private static final String OF_PROVIDER = "provider-hunter33";
    private static final String OF_STACK = "stack-hunter44";
    private static final Map<String, ?> PROPERTIES = Map.of(
            "plain", Values.secret(SECRET),
            "number", Values.secret(987654321),
            "json", Values.secret("  {\"user\": \"" + SECRET + "\"}"),
            "deep", Map.of("list", List.of(Values.secret(Map.of("key", SECRET)))),
            "asset", new Value.Archive(Optional.empty(), Optional.empty(), Optional.empty(), Map.of("a", new Value.Secret(
                    new Value.Asset(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(SECRET))))));

    /** Where a rule gets at a secret. */
    private enum Source {
        PLAIN(c -> c.get("plain").stringOr("")),
        NUMBER(c -> "" + c.get("number").integerOr(0)),
        NUMBER_AS_DOUBLE(c -> "" + c.get("number").number().orElse(0)),
        JSON(c -> c.get("json").stringOr("")),
        JSON_PART(c -> c.get("json|json.user").stringOr("")),
        DEEP(c -> c.get("deep.list[0].key").stringOr("")),
        ASSET(c -> ((Value.Asset) ((Value.Archive) c.get("asset").value().orElseThrow()).assets().get("a").unwrapped())
                .text().orElse("")),
        PROVIDER(c -> c.resource().provider().orElseThrow().properties().at("token").stringOr("")),
        STACK(c -> c.stack().config("token").orElse(""));

        private final Function<ResourceContext, String> read;

        Source(Function<ResourceContext, String> read) {
            this.read = read;
        }
    }

    private static void assertSilent(Object said) {
        assertThat(said.toString()).doesNotContain("hunter").doesNotContain("987654321").doesNotContain("9.87654321");
    }

    private static AnalyzeRequest request() {
        return ServedPack.request(DOOR, PROPERTIES).toBuilder()
                .setProvider(AnalyzerProviderResource.newBuilder().setType("pulumi:providers:shop").setName("p").setUrn("urn:p")
                        .setProperties(ServedPack.struct(Map.of("token", Values.secret(OF_PROVIDER)))))
                .build();
    }

    private static Pack pack(Consumer<ResourceContext> check) {
        return Pack.named("p", "1.0.0").undecided(UndecidedMode.REFUSE)
                .rule(Rule.resource("tells").summary("Tells").level(EnforcementLevel.REMEDIATE)
                        .remediate(c -> {
                            check.accept(c);
                            return Map.of();
                        })
                        .check(check::accept))
                .build();
    }

    /** Serves a rule, and what it makes the pack say to both calls must not have the secret. */
    private static String said(Consumer<ResourceContext> check) throws Exception {
        try (ServedPack served = ServedPack.of(s -> pack(check))) {
            served.client().configureStack(AnalyzerStackConfigureRequest.newBuilder().setProject("shop").setStack("dev")
                    .putConfig("shop:token", OF_STACK).addConfigSecretKeys("shop:token").build());
            String said = served.client().analyze(request()) + "" + served.client().remediate(request()) + served.stderr();
            assertSilent(said);
            return said;
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void notByWhatARuleSays(Source source) throws Exception {
        assertThat(said(c -> c.violation("it is " + source.read.apply(c)))).contains("it is [secret]");
        assertThat(said(c -> c.violation(c.get("plain"), source.read.apply(c), "x"))).contains("tells[[secret]]");
        assertThat(said(c -> c.notApplicable("it is " + source.read.apply(c)))).contains("it is [secret]");
        assertThat(said(c -> c.undecided(c.get("plain"), "it is " + source.read.apply(c)))).contains("it is [secret]");
        assertThat(said(c -> {
                    throw new IllegalStateException("it is " + source.read.apply(c));
                }))
                .contains("it is [secret]");
    }

    @Test
    void notByReadingItAsSomethingElse() throws Exception {
        assertThat(said(c -> c.get("plain").integer())).contains("plain is a string, expected a number");
        assertThat(said(c -> c.get("plain").json())).contains("plain|json is not valid JSON");
        assertThat(said(c -> c.get("deep").string())).contains("deep is a object, expected a string");
    }

    @Test
    void notByTextForms() throws Exception {
        said(c -> c.violation(c.get("plain") + "" + c.get("deep") + c.resource().properties() + c.resource().properties().value()
                + c.resource().properties().entries() + c.resource().provider() + c.stack() + c.resource() + c.config() + c));
        assertSilent(new Value.Secret(new Value.Archive(Optional.of(SECRET), Optional.of(SECRET), Optional.empty(), Map.of())).value());
        assertSilent(new Value.Reference(SECRET, new Value.Text(SECRET)));
        assertSilent(new StackInfo("", "shop", "dev", Map.of("shop:token", OF_STACK), Set.of("shop:token"), Map.of(), Optional.empty()));
        Resource resource = Resource.builder(ServedPack.urn(DOOR, "it")).properties(Values.fields(PROPERTIES)).build();
        Rule mends = Rule.resource("mends").summary("Mends")
                .remediate(c -> Map.of("copy", c.get("plain").value().orElseThrow())).build();
        assertSilent(Evaluator.of(resource, StackInfo.NONE).mend(mends, Property.root(Map.of())));
        assertSilent(Evaluator.of(resource, StackInfo.NONE).judge(mends, Property.root(Map.of())));
    }

    @Test
    void notByAStackRuleThatTellsOfAnotherResource() throws Exception {
        Rule rule = Rule.stack("tells").summary("Tells").checkStack(c -> c.graph().all().forEach(r ->
                c.violation(c.graph().all().iterator().next(), r.get("plain"), r.get("plain").stringOr(""), r.get("plain").stringOr(""))));
        AnalyzeStackRequest stack = AnalyzeStackRequest.newBuilder()
                .addResources(AnalyzerResource.newBuilder().setUrn(ServedPack.urn(DOOR, "other")))
                .addResources(AnalyzerResource.newBuilder().setUrn(ServedPack.urn(DOOR, "it")).setProperties(ServedPack.struct(PROPERTIES)))
                .build();
        try (ServedPack served = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(rule).build())) {
            assertSilent(served.client().analyzeStack(stack));
        }
    }

    @Test
    void notByAPackThatCannotBeBuiltForTheStack() throws Exception {
        for (Function<String, RuntimeException> failure : List.<Function<String, RuntimeException>>of(
                IllegalArgumentException::new, IllegalStateException::new)) {
            PackFactory picky = stack -> {
                if (!stack.stack().isEmpty()) {
                    throw failure.apply("cannot do with token " + stack.config("token").orElse(""));
                }
                return pack(c -> {});
            };
            try (ServedPack served = ServedPack.of(picky)) {
                Throwable refused = catchThrowable(() -> served.client().configureStack(AnalyzerStackConfigureRequest.newBuilder()
                        .setProject("shop").setStack("dev").putConfig("shop:token", OF_STACK).addConfigSecretKeys("shop:token").build()));
                assertThat(refused).hasMessageContaining("cannot do with token [secret]");
                assertSilent(served.stderr());
            }
        }
    }

    @Test
    void theSameRedactionIsThereForReports() {
        Redaction redaction = Redaction.of(List.of(Values.of(PROPERTIES)), List.of("s3cr3t", "", "no"));
        assertThat(redaction.apply("hunter22 s3cr3t 987654321 no, nothing")).isEqualTo("[secret] [secret] [secret] [secret], nothing");
        assertThat(Redaction.of(List.of(), List.of()).apply("nothing")).isEqualTo("nothing");
        assertThat(Property.of(PropertyPath.parse("a"), Values.secret(SECRET)).toString()).isEqualTo("a = [secret]");
    }
}
