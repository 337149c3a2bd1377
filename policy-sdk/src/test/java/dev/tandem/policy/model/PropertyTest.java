package dev.tandem.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyTest {

    private final Property root = Property.root(Values.fields(map(
            "name", "logs",
            "flag", "true",
            "port", "443",
            "nothing", null,
            "unknown", Values.unknown(),
            "secretUnknown", Values.secret(Values.unknown()),
            "rules", List.of(Map.of("cidrs", List.of("10.0.0.0/8", Values.unknown())), Map.of("cidrs", "0.0.0.0/0")),
            "x.y", Map.of("z", 1),
            "policy", "{\"Statement\": [{\"Action\": \"s3:*\", \"N\": 12345678901234567890.5}], \"Id\": \"" + Unknowns.STRING + "\"}",
            "broken", "{not json",
            "fraction", 1.5)));

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> out = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }

    @Test
    void absentNullUnknownAndKnownAreToldApart() {
        assertThat(root.at("gone").isAbsent()).isTrue();
        assertThat(root.at("nothing").isAbsent()).isFalse();
        assertThat(root.at("nothing").isNull()).isTrue();
        assertThat(root.at("nothing").isMissing()).isTrue();
        assertThat(root.at("unknown").isUnknown()).isTrue();
        assertThat(root.at("unknown").isMissing()).isFalse();
        assertThat(root.at("name").isKnown()).isTrue();
        assertThat(root.at("secretUnknown").isUnknown()).isTrue();
        assertThat(root.at("secretUnknown").isSecret()).isTrue();
    }

    @Test
    void belowAnUnknownEverythingIsUnknownAndBelowNothingEverythingIsAbsent() {
        assertThat(root.at("unknown.a[0].b").isUnknown()).isTrue();
        assertThat(root.at("unknown|json.Statement").isUnknown()).isTrue();
        assertThat(root.at("gone.a[0].b").isAbsent()).isTrue();
        assertThat(root.at("gone|json.a").isAbsent()).isTrue();
        assertThat(root.at("name.a").isAbsent()).isTrue();
    }

    @Test
    void onlyTheLeafThatIsReadMakesUndecided() {
        assertThat(root.at("rules[1].cidrs").strings()).containsExactly("0.0.0.0/0");
        assertThat(root.at("rules").items()).hasSize(2);
        assertThatThrownBy(() -> root.at("rules[0].cidrs").strings())
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("is not known before the deployment")
                .satisfies(e -> assertThat(((UndecidedException) e).path()).hasToString("rules[0].cidrs[1]"));
    }

    @Test
    void wildcardsLeadToEveryPlaceAndStopAtAnUnknown() {
        assertThat(root.all("rules[*].cidrs[*]")).extracting(Property::path).extracting(Object::toString)
                .containsExactly("rules[0].cidrs[0]", "rules[0].cidrs[1]", "rules[1].cidrs");
        assertThat(root.all("unknown[*].a")).singleElement().satisfies(p -> assertThat(p.isUnknown()).isTrue());
        assertThat(root.all("gone[*].a")).isEmpty();
        assertThatThrownBy(() -> root.at("rules[*]")).hasMessageContaining("has a wildcard: use all()");
    }

    @Test
    void jsonDocumentsInStringsAreReadExactly() {
        assertThat(root.at("policy|json.Statement[0].Action").stringOr("")).isEqualTo("s3:*");
        assertThat(root.at("policy|json.Statement[0].N").stringOr("")).isEqualTo("12345678901234567890.5");
        assertThat(root.at("policy|json.Id").isUnknown()).isTrue();
        assertThatThrownBy(() -> root.at("broken|json.a"))
                .isInstanceOf(MalformedValueException.class)
                .hasMessage("is not valid JSON at line 1, column 2");
        assertThatThrownBy(() -> Property.of(PropertyPath.ROOT, new Value.Text("[1e10000000000]")).json())
                .as("found by fuzzing: it was a failure of the rule")
                .isInstanceOf(MalformedValueException.class)
                .hasMessage("has a number that is out of range");
        assertThatThrownBy(() -> root.at("fraction|json")).hasMessage("is a number, expected a JSON string");
    }

    @Test
    void scalarsAreReadAsProvidersDo() {
        assertThat(root.at("flag").boolOr(false)).isTrue();
        assertThat(root.at("port").integerOr(0)).isEqualTo(443);
        assertThat(root.at("fraction").number()).hasValue(1.5);
        assertThatThrownBy(() -> root.at("fraction").integer()).hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> root.at("name").bool()).hasMessage("is a string, expected a boolean");
        assertThatThrownBy(() -> root.at("rules").string()).hasMessage("is a list, expected a string");
        assertThat(root.at("name[0]").stringOr("")).isEqualTo("logs");
        assertThat(root.at("name[1]").isAbsent()).isTrue();
    }

    @Test
    void equalNumbersAreEqualValuesHoweverTheyWereMade() {
        for (Number five : Arrays.<Number>asList(5, 5L, 5.0, 5.0f, (short) 5, new java.math.BigDecimal("5.00"), java.math.BigInteger.valueOf(5))) {
            assertThat(new Value.Num(five)).isEqualTo(new Value.Num(5));
        }
        assertThat(new Value.Num(new java.math.BigDecimal("1.50"))).isEqualTo(new Value.Num(1.5));
        assertThat(new Value.Num(Double.NaN)).isEqualTo(new Value.Num(Double.NaN));
        assertThat(new Value.Num(new java.math.BigDecimal("1e999999999")).value().toString()).hasSizeLessThan(20);
        assertThat(Property.of(PropertyPath.ROOT, new Value.Num(new java.math.BigDecimal("1e999999999"))).stringOr(""))
                .hasSizeLessThan(20);
    }

    @Test
    void aLongValueIsCutInItsTextForm() {
        assertThat(Property.of(PropertyPath.parse("a"), new Value.Text("x".repeat(10_000))).toString()).hasSizeLessThan(220);
    }

    @Test
    void valuesAreMadeOfPlainObjectsOnly() {
        assertThatThrownBy(() -> Values.of(new Thread())).hasMessageContaining("java.lang.Thread is no property value");
        assertThat(Values.of(java.util.Optional.of("x"))).isEqualTo(new Value.Text("x"));
    }
}
