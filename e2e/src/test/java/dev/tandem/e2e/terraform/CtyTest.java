package dev.tandem.e2e.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values travel as cty writes them. */
class CtyTest {

    private static CtyType.ObjectOf type(String json) throws Exception {
        return (CtyType.ObjectOf) CtyType.parse(new ObjectMapper().readTree(json));
    }

    @Test
    void aValueComesBackAsItWent() throws Exception {
        CtyType.ObjectOf type = type("""
                ["object", {"name": "string", "size": "number", "share": "number", "on": "bool", "zones": ["set", "string"],
                 "tags": ["map", "string"], "rules": ["list", ["object", {"port": "number", "text": "string"}]]}]""");
        Map<String, Object> value = new TreeMap<>();
        value.put("name", Unknown.VALUE);
        value.put("size", new BigDecimal("365"));
        value.put("share", new BigDecimal("0.5"));
        value.put("on", true);
        value.put("zones", List.of("a", "b"));
        value.put("tags", Map.of("Owner", "platform"));
        value.put("rules", Arrays.asList(new TreeMap<>(Map.of("port", new BigDecimal("4.43E+2"), "text", "x")), Unknown.VALUE));

        assertThat(CtyReader.object(type, Cty.write(type, value)))
                .containsEntry("name", Unknown.VALUE)
                .satisfies(back -> assertThat(Same.different(type, value, back)).isEmpty());
    }

    /** An extension of type 0 with one byte, as Terraform writes it; and all members, since a missing one is refused. */
    @Test
    void theBytesAreThoseThatTerraformWrites() throws Exception {
        CtyType.ObjectOf type = type("[\"object\", {\"a\": \"string\", \"b\": \"number\"}]");

        assertThat(HexFormat.of().formatHex(Cty.write(type, Map.of("a", Unknown.VALUE)))).isEqualTo("82" + "a161" + "d40000" + "a162" + "c0");
        assertThat(Cty.write(type, null)).containsExactly(0xc0);
    }

    @Test
    void aSetIsTheSameInAnyOrder() throws Exception {
        CtyType.ObjectOf sets = type("[\"object\", {\"v\": [\"set\", \"string\"]}]");
        CtyType.ObjectOf lists = type("[\"object\", {\"v\": [\"list\", \"string\"]}]");
        Map<String, Object> one = Map.of("v", List.of("a", "b"));
        Map<String, Object> other = Map.of("v", List.of("b", "a"));

        assertThat(Same.different(sets, one, other)).isEmpty();
        assertThat(Same.different(lists, one, other)).containsExactly("v");
        assertThat(Same.different(sets, one, Map.of("v", List.of("a", "a")))).containsExactly("v");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() throws Exception {
        CtyType.ObjectOf type = type("[\"object\", {\"size\": \"number\"}]");

        assertThatThrownBy(() -> Cty.write(type, Map.of("size", "large")))
                .hasMessage("found large, expected a value of the type NUMBER");
    }
}
