package dev.tandem.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule that is configured with a record. */
class TypedConfigTest {

    enum Colour {
        GREEN,
        @JsonProperty("dark-red") DARK_RED
    }

    record Lock(String maker, int keys) {
        Lock() {
            this(null, 2);
        }
    }

    record Limits(
            @JsonPropertyDescription("Width in cm.") int minimum,
            Set<Colour> colours,
            Optional<String> owner,
            List<Lock> locks,
            Map<String, Double> factors,
            @JsonProperty("is-open") boolean open) {

        Limits() {
            this(80, Set.of(Colour.GREEN), Optional.empty(), List.of(), Map.of(), false);
        }

        Limits {
            if (minimum < 0) {
                throw new IllegalArgumentException("minimum is " + minimum + ", expected no negative width");
            }
        }
    }

    record Strict(boolean on, List<String> names, Optional<Integer> most) {}

    private static final Rule RULE = Rule.resource("wide").summary("Wide").config(Limits.class)
            .schema("minimum", Map.of("maximum", 200))
            .check((c, limits) -> c.violation("" + limits));

    private static final Rule STRICT =
            Rule.resource("strict").summary("Strict").config(Strict.class).check((c, strict) -> c.violation("" + strict));

    private static String judged(Rule rule, Map<String, ?> config) {
        Property all = Property.root(Values.fields(config));
        rule.requireValidConfig(all);
        Resource resource = Resource.builder("urn:pulumi:dev::shop::a:b:C::c").build();
        return Evaluator.evaluate(rule, resource, StackInfo.NONE, all).findings().get(0).message();
    }

    private static String refused(Rule rule, Map<String, ?> config) {
        try {
            return "accepted: " + judged(rule, config);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Test
    void theSchemaIsDerivedWithDefaultsAndDescriptions() {
        assertThat(RULE.configSchema()).containsOnlyKeys("minimum", "colours", "owner", "locks", "factors", "is-open");
        assertThat(RULE.configSchema()).containsEntry(
                "minimum", Map.of("type", "integer", "description", "Width in cm.", "default", 80, "maximum", 200));
        assertThat(RULE.configSchema()).containsEntry("colours", Map.of(
                "type", "array", "uniqueItems", true, "default", List.of("GREEN"),
                "items", Map.of("type", "string", "enum", List.of("GREEN", "dark-red"))));
        assertThat(RULE.configSchema()).containsEntry("owner", Map.of("type", "string"));
        assertThat(RULE.configSchema()).containsEntry("locks", Map.of(
                "type", "array", "default", List.of(), "items", Map.of(
                        "type", "object", "additionalProperties", false, "required", List.of("maker"), "properties",
                        Map.of("maker", Map.of("type", "string"), "keys", Map.of("type", "integer", "default", 2)))));
        assertThat(RULE.requiredConfig()).isEmpty();
    }

    @Test
    void withoutDefaultsEverythingButOptionalsIsRequired() {
        assertThat(STRICT.requiredConfig()).containsExactly("on", "names");
        assertThat(refused(STRICT, Map.of())).isEqualTo(
                "configuration of rule 'strict': on is missing, expected true or false; names is missing, expected a list, each element a text");
        assertThat(judged(STRICT, Map.of("on", true, "names", List.of("a"))))
                .isEqualTo("Strict[on=true, names=[a], most=Optional.empty]");
        assertThat(judged(STRICT, Map.of("on", true, "names", List.of(), "most", 3))).contains("most=Optional[3]");
    }

    @Test
    void whatIsNotConfiguredIsTheRecordsDefault() {
        assertThat(judged(RULE, Map.of())).isEqualTo(
                "Limits[minimum=80, colours=[GREEN], owner=Optional.empty, locks=[], factors={}, open=false]");
    }

    @Test
    void nestedRecordsListsEnumsAndMapsAreBound() {
        assertThat(judged(RULE, Map.of(
                        "minimum", 90, "colours", List.of("dark-red"), "owner", "cat", "is-open", true,
                        "locks", List.of(Map.of("maker", "abc")), "factors", Map.of("x", 1.5, "y", 2))))
                .contains("minimum=90, colours=[DARK_RED], owner=Optional[cat], locks=[Lock[maker=abc, keys=2]]")
                .containsAnyOf("factors={x=1.5, y=2.0}", "factors={y=2.0, x=1.5}").contains("open=true");
    }

    @Test
    void everyMistakeIsToldWithPathAndAllowedValues() {
        assertThat(refused(RULE, Map.of("colours", List.of("GREEN", "PINK"))))
                .isEqualTo("configuration of rule 'wide': colours[1] = \"PINK\", expected one of GREEN, dark-red");
        assertThat(refused(RULE, Map.of("minimum", 1.5))).isEqualTo(
                "configuration of rule 'wide': minimum = 1.5, expected a whole number from -2147483648 to 2147483647");
        assertThat(refused(RULE, Map.of("minimum", "80"))).contains("minimum = \"80\", expected a whole number");
        assertThat(refused(RULE, Map.of("locks", List.of(Map.of("keys", 1))))).isEqualTo(
                "configuration of rule 'wide': locks[0].maker is missing, expected a text");
        assertThat(refused(RULE, Map.of("locks", "none"))).isEqualTo(
                "configuration of rule 'wide': locks = \"none\", expected a list, each element an object with maker, keys");
        assertThat(refused(RULE, Map.of("factors", Map.of("x", true)))).contains("factors.x = true, expected a number");
        assertThat(refused(RULE, Map.of("minimun", 90))).isEqualTo("configuration of rule 'wide': minimun: unknown property,"
                + " expected one of minimum, colours, owner, locks, factors, is-open");
        assertThat(refused(RULE, Map.of("minimum", -1))).isEqualTo(
                "configuration of rule 'wide': minimum is -1, expected no negative width");
        assertThat(refused(RULE, Map.of("minimum", 300))).startsWith("configuration of rule 'wide': minimum: ").contains("200");
        assertThat(refused(RULE, new HashMap<>(Map.of("is-open", "yes", "owner", 7))))
                .isEqualTo("configuration of rule 'wide': owner = 7, expected a text; is-open = \"yes\", expected true or false");
    }

    @Test
    void theUndecidedModeIsNoMistake() {
        assertThat(judged(RULE, Map.of("undecided", "refuse"))).startsWith("Limits[");
    }

    @Test
    void aPlainSchemaIsCheckedToo() {
        Rule plain = Rule.resource("plain").summary("Plain")
                .config("mode", Map.of("type", "string", "enum", List.of("a", "b")))
                .requiredConfig("names", Map.of("type", "array", "minItems", 1))
                .check(c -> c.violation(c.config().toString()));
        assertThat(judged(plain, Map.of("mode", "a", "names", List.of("x")))).contains("mode: \"a\"");
        assertThat(refused(plain, Map.of("mode", "c", "names", List.of()))).isEqualTo("configuration of rule 'plain':"
                + " mode: does not have a value in the enumeration [\"a\", \"b\"]; names: must have at least 1 items but found 0");
        assertThat(refused(plain, Map.of())).isEqualTo("configuration of rule 'plain': required property 'names' not found");
    }

    @Test
    void stackRulesAndRemediationsHaveItToo() {
        Rule stack = Rule.stack("all-wide").summary("Wide").config(Limits.class)
                .checkStack((c, limits) -> c.violation("minimum " + limits.minimum()));
        assertThat(Evaluator.evaluate(stack, ResourceGraph.of(List.of()), StackInfo.NONE, Property.root(Map.of()))
                .findings().get(0).message()).isEqualTo("minimum 80");
        Rule mends = Rule.resource("mends").summary("Mends").config(Limits.class)
                .remediate((c, limits) -> Map.of("width", Values.of(limits.minimum()))).build();
        assertThat(Evaluator.of(Resource.builder("urn:pulumi:dev::shop::a:b:C::c").build(), StackInfo.NONE)
                .mend(mends, Property.root(Values.fields(Map.of("minimum", 70)))).changes())
                .isEqualTo(Map.of("width", Values.of(70)));
    }

    @Test
    void aTypeWithoutJsonFormIsRefusedWhenTheRuleIsBuilt() {
        record Odd(java.time.Duration limit) {}
        record Endless(List<Endless> more) {}
        assertThatThrownBy(() -> Rule.resource("odd").config(Odd.class))
                .hasMessageStartingWith("rule 'odd': configuration component Odd.limit is a java.time.Duration, expected boolean, int");
        assertThatThrownBy(() -> Rule.resource("endless").config(Endless.class))
                .hasMessage("rule 'endless': configuration record Endless holds itself, expected a finite one");
        assertThatThrownBy(() -> Rule.resource("r").config(Limits.class).schema("width", Map.of()))
                .hasMessageContaining("schema for 'width', but the record has [minimum, colours,");
    }
}
