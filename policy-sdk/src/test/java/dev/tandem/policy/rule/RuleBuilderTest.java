package dev.tandem.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.annotations.ResourceType;
import dev.tandem.policy.pack.Pack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule or pack that is wrong fails when it is built, with a text that says how it should be. */
class RuleBuilderTest {

    private static Rule rule(String id, String... oldIds) {
        return Rule.resource(id).oldIds(oldIds).summary("Says").check(c -> {});
    }

    @Test
    void wrongIds() {
        for (String id : List.of("", "Upper", "under_score", "all", "x".repeat(61))) {
            assertThatThrownBy(() -> rule(id)).hasMessageContaining("rule id '" + id + "': expected [a-z0-9-]{1,60}");
        }
        assertThatThrownBy(() -> rule("all")).hasMessageContaining("'all' is reserved");
    }

    @Test
    void aSummaryIsOneLine() {
        assertThatThrownBy(() -> Rule.resource("r").check(c -> {})).hasMessageContaining("expected a summary of one line");
        assertThatThrownBy(() -> Rule.resource("r").summary("a\nb").check(c -> {}))
                .hasMessageContaining("expected a summary of one line");
    }

    @Test
    void reservedConfigurationProperties() {
        for (String name : List.of("enforcementLevel", "environments", "undecided")) {
            assertThatThrownBy(() -> Rule.resource("r").summary("s").config(name, Map.of()).check(c -> {}))
                    .hasMessage("rule 'r': config property '" + name + "' is reserved, every rule has it already");
        }
    }

    @Test
    void aRuleNeedsACheckOfItsKind() {
        assertThatThrownBy(() -> Rule.resource("r").summary("s").build()).hasMessageContaining("expected check or remediate");
        assertThatThrownBy(() -> Rule.resource("r").summary("s").checkStack(c -> {})).hasMessageContaining("no stack check");
        assertThatThrownBy(() -> Rule.stack("r").summary("s").check(c -> {})).hasMessageContaining("a stack check only");
    }

    @ResourceType(type = "shop:index:Door")
    static class Door extends com.pulumi.resources.CustomResource {
        Door() {
            super("shop:index:Door", "x", null, (com.pulumi.resources.CustomResourceOptions) null);
        }
    }

    @Test
    void theTypeMayBeATypedResourceClass() {
        assertThat(Rule.resource("r").on(Door.class).summary("s").check(c -> {}).types()).containsExactly("shop:index:Door");
        assertThatThrownBy(() -> Rule.resource("r").on(com.pulumi.resources.Resource.class))
                .hasMessageContaining("has no @ResourceType annotation");
    }

    @Test
    void wrongPacks() {
        assertThatThrownBy(() -> Pack.named("p", "1.0").build()).hasMessageContaining("version '1.0' is no semantic version");
        assertThatThrownBy(() -> Pack.named("p p", "1.0.0").build()).hasMessageContaining("pack name 'p p': expected");
        assertThat(Pack.named("p".repeat(100), "1.0.0").build().name()).hasSize(100);
        assertThatThrownBy(() -> Pack.named("p".repeat(101), "1.0.0").build()).hasMessageContaining("{1,100}");
        assertThatThrownBy(() -> Pack.named("p", "1.0.0").rule(rule("a")).rule(rule("a")).build())
                .hasMessage("pack 'p': two rules are called 'a'");
        assertThatThrownBy(() -> Pack.named("p", "1.0.0").rule(rule("a")).rule(rule("b", "a")).build())
                .hasMessage("pack 'p': rule 'b' has the old id 'a', which another rule has too");
        assertThatThrownBy(() -> Pack.named("p", "1.0.0").initialConfig("gone", Map.of()).build())
                .hasMessage("pack 'p': initial configuration for 'gone', but no rule has this id");
    }
}
