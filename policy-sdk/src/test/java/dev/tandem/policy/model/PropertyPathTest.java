package dev.tandem.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.PropertyPath.Index;
import dev.tandem.policy.model.PropertyPath.Json;
import dev.tandem.policy.model.PropertyPath.Key;
import dev.tandem.policy.model.PropertyPath.Wildcard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyPathTest {

    @Test
    void everyFormOfTheGrammar() {
        assertThat(PropertyPath.parse("a.b[0][*][\"x.y\"]|json.Statement[*]").segments())
                .containsExactly(new Key("a"), new Key("b"), new Index(0), new Wildcard(), new Key("x.y"), new Json(),
                        new Key("Statement"), new Wildcard());
        assertThat(PropertyPath.parse("").segments()).isEmpty();
        assertThat(PropertyPath.parse("[\"a\\\"b\\\\\"]").segments()).containsExactly(new Key("a\"b\\"));
        assertThat(PropertyPath.parse("__defaults.aws:region-x").segments())
                .containsExactly(new Key("__defaults"), new Key("aws:region-x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
        ".a;a key before the dot;0",
        "a.;a key;2",
        "a..b;a key;2",
        "a[;']';2",
        "a[];an index, '*' or a quoted key;2",
        "a[-1];an index, '*' or a quoted key;2",
        "a[9999999999];an index, '*' or a quoted key;2",
        "a[\"b];'\"]';5",
        "a]b;'.', '[' or '|json';1",
        "a|yaml;'|json';1",
    })
    void aWrongPathSaysWhatWasExpectedAndWhere(String text, String expected, int position) {
        assertThatThrownBy(() -> PropertyPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("property path '" + text + "': expected " + expected + " at position " + position)
                .hasMessageContaining("examples: a.b");
    }
}
