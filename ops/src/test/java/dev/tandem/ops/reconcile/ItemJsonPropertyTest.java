package dev.tandem.ops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemJsonPropertyTest {

    @Property(tries = 300)
    void anItemSurvivesItsJson(@ForAll("items") Map<String, AttributeValue> item) {
        Map<String, AttributeValue> read = ItemJson.read(ItemJson.write(item));
        assertThat(ItemJson.write(read)).isEqualTo(ItemJson.write(item));
        assertThat(read.keySet()).isEqualTo(item.keySet());
        read.forEach((name, value) -> assertThat(value.type()).isEqualTo(item.get(name).type()));
    }

    @Property(tries = 300)
    void equalItemsAndOnlyTheyHaveOneDigest(
            @ForAll("items") Map<String, AttributeValue> one, @ForAll("items") Map<String, AttributeValue> other) {
        assertThat(ItemJson.digest(one).equals(ItemJson.digest(other))).isEqualTo(ItemJson.write(one).equals(ItemJson.write(other)));
        Map<String, AttributeValue> turned = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(one.keySet());
        Collections.reverse(names);
        names.forEach(name -> turned.put(name, turned(one.get(name))));
        assertThat(ItemJson.digest(turned)).as("the order of names and of a set's members means nothing").isEqualTo(ItemJson.digest(one));
    }

    private static AttributeValue turned(AttributeValue value) {
        if (value.type() != AttributeValue.Type.SS) {
            return value;
        }
        List<String> members = new ArrayList<>(value.ss());
        Collections.reverse(members);
        return AttributeValue.fromSs(members);
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '\u00ff').ofMaxLength(4);
        Arbitrary<String> number = Arbitraries.integers().map(String::valueOf);
        Arbitrary<SdkBytes> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(3).map(SdkBytes::fromByteArray);
        Arbitrary<AttributeValue> leaf = Arbitraries.oneOf(text.map(AttributeValue::fromS), number.map(AttributeValue::fromN),
                Arbitraries.of(true, false).map(AttributeValue::fromBool), bytes.map(AttributeValue::fromB),
                Arbitraries.just(AttributeValue.fromNul(true)),
                text.set().ofMinSize(1).ofMaxSize(3).map((Set<String> set) -> AttributeValue.fromSs(List.copyOf(set))),
                number.set().ofMinSize(1).ofMaxSize(3).map((Set<String> set) -> AttributeValue.fromNs(List.copyOf(set))));
        Arbitrary<AttributeValue> value = Arbitraries.oneOf(leaf, leaf.list().ofMaxSize(2).map(AttributeValue::fromL),
                Arbitraries.maps(text, leaf).ofMaxSize(2).map(map -> AttributeValue.fromM(new HashMap<>(map))));
        return Arbitraries.maps(text, value).ofMaxSize(3);
    }
}
