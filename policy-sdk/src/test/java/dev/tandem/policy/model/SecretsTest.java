package dev.tandem.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret cannot be printed by any route. */
class SecretsTest {

    private static final String SECRET = "hunter22";

    private final Resource resource = Resource.builder("urn:pulumi:dev::shop::a:b:C::c")
            .properties(Map.of(
                    "plain", Values.secret(SECRET),
                    "number", Values.secret(987654321),
                    "short", Values.secret("x7"),
                    "deep", Values.of(Map.of("list", List.of(Values.secret(Map.of("key", SECRET))))),
                    "json", Values.secret("{\"user\": \"" + SECRET + "\", \"n\": 123456}"),
                    "asset", new Value.Secret(new Value.Asset(
                            java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty(),
                            java.util.Optional.of(SECRET)))))
            .build();

    private String said(ResourceCheck check) {
        Rule rule = Rule.resource("tells").summary("Tells").check(check);
        Outcome outcome = Evaluator.evaluate(rule, resource, StackInfo.NONE, Property.root(Map.of()));
        return outcome.toString();
    }

    @Test
    void notByTextForms() {
        for (String path : List.of("plain", "deep", "deep.list", "deep.list[0]", "deep.list[0].key", "json|json", "json|json.user", "asset")) {
            Property property = resource.get(path);
            assertThat(property.toString()).as(path).doesNotContain(SECRET).contains("[secret]");
            assertThat(property.value().toString()).as(path).doesNotContain(SECRET);
            assertThat(property.value().orElseThrow().toString()).as(path).doesNotContain(SECRET);
        }
        assertThat(resource.properties().toString()).doesNotContain(SECRET).doesNotContain("987654321");
        assertThat(resource.properties().value().toString()).doesNotContain(SECRET);
        assertThat(resource.properties().entries().toString()).doesNotContain(SECRET);
        assertThat(resource.toString()).doesNotContain(SECRET);
        Provider provider = new Provider("t", "u", "n", resource.properties());
        assertThat(provider.toString()).doesNotContain(SECRET);
    }

    @Test
    void notByExceptions() {
        for (Throwable thrown : List.of(
                catchThrowable(() -> resource.get("plain").bool()),
                catchThrowable(() -> resource.get("plain").integer()),
                catchThrowable(() -> resource.get("plain").json()),
                catchThrowable(() -> resource.get("deep").string()),
                catchThrowable(() -> resource.get("deep.list[0]").bool()),
                catchThrowable(() -> resource.get("plain").entries()))) {
            assertThat(thrown).isInstanceOf(UndecidedException.class);
            assertThat(thrown.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void notByMessagesDetailsAndReasons() {
        assertThat(said(c -> c.violation("it is " + c.get("plain").stringOr("")))).doesNotContain(SECRET).contains("it is [secret]");
        assertThat(said(c -> c.violation(c.get("plain"), c.get("plain").stringOr(""), "no"))).doesNotContain(SECRET);
        assertThat(said(c -> c.violation("" + c.get("number").integerOr(0)))).doesNotContain("987654321");
        assertThat(said(c -> c.violation("short x7, x70"))).contains("short [secret], x70");
        assertThat(said(c -> c.violation(c.get("json|json.user").stringOr("")))).doesNotContain(SECRET);
        assertThat(said(c -> c.violation("n " + c.get("json|json.n").stringOr("")))).doesNotContain("123456");
        assertThat(said(c -> c.violation(c.get("asset").value().map(v -> ((Value.Asset) v).text().orElse("")).orElse(""))))
                .doesNotContain(SECRET);
        assertThat(said(c -> c.notApplicable(c.get("plain").stringOr("")))).doesNotContain(SECRET);
        assertThat(said(c -> c.undecided(c.get("plain"), c.get("plain").stringOr("")))).doesNotContain(SECRET);
        assertThat(said(c -> {
                    throw new IllegalStateException(c.get("plain").stringOr(""));
                }))
                .doesNotContain(SECRET);
    }

    @Test
    void secretsAreKnownToRulesWithTheirMark() {
        assertThat(resource.get("plain").isSecret()).isTrue();
        assertThat(resource.get("deep").isSecret()).isFalse();
        assertThat(resource.get("deep.list[0].key").isSecret()).isTrue();
        assertThat(resource.get("json|json.user").isSecret()).isTrue();
        assertThat(resource.get("plain").is(SECRET)).isTrue();
    }
}
