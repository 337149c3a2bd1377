package dev.tandem.policy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertyPathRoundTripTest {

    @Provide
    Arbitrary<List<PropertyPath.Segment>> segments() {
        Arbitrary<PropertyPath.Segment> key = Arbitraries.strings().ofMaxLength(8).map(PropertyPath.Key::new);
        Arbitrary<PropertyPath.Segment> index = Arbitraries.integers().between(0, 999_999_999).map(PropertyPath.Index::new);
        return Arbitraries.oneOf(
                        key, index, Arbitraries.just(new PropertyPath.Wildcard()), Arbitraries.just(new PropertyPath.Json()))
                .list().ofMaxSize(8);
    }

    @Property
    void aPathReadsBackAsItWasWritten(@ForAll("segments") List<PropertyPath.Segment> segments) {
        PropertyPath path = new PropertyPath(segments);
        assertThat(PropertyPath.parse(path.toString())).isEqualTo(path);
    }

    @Property
    void anyTextIsAPathOrRefused(@ForAll String text) {
        try {
            PropertyPath path = PropertyPath.parse(text);
            assertThat(PropertyPath.parse(path.toString())).isEqualTo(path);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("expected");
        }
    }
}
