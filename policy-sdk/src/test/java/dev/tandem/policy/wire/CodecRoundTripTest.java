package dev.tandem.policy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Value;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecRoundTripTest {

    private static Arbitrary<String> text() {
        return Arbitraries.strings().excludeChars('\ud800').ofMaxLength(6)
                .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c)) && !Unknowns.isUnknown(s));
    }

    private static Arbitrary<Optional<String>> some() {
        return text().optional();
    }

    private static Arbitrary<Value> leaf() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Value.Null()),
                Arbitraries.just(new Value.Unknown()),
                Arbitraries.of(true, false).map(Value.Bool::new),
                Arbitraries.doubles().map(Value.Num::new),
                Arbitraries.longs().between(-(1L << 53), 1L << 53).map(Value.Num::new),
                text().map(Value.Text::new),
                Combinators.combine(some(), some(), some(), some()).as(Value.Asset::new),
                Combinators.combine(text(), text().map(Value.Text::new)).as((urn, id) -> (Value) new Value.Reference(urn, id)));
    }

    private static Arbitrary<Value> archive(Arbitrary<Value> content) {
        return Arbitraries.oneOf(
                Combinators.combine(some(), text()).as((h, p) -> (Value) new Value.Archive(h, Optional.of(p), Optional.empty(), Map.of())),
                Combinators.combine(some(), Arbitraries.maps(text(), content).ofMaxSize(3))
                        .as((h, a) -> (Value) new Value.Archive(h, Optional.empty(), Optional.empty(), a)));
    }

    private static Arbitrary<Value> value(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Arbitrary<Value> inner = value(depth - 1);
        return Arbitraries.oneOf(
                leaf(),
                inner.list().ofMaxSize(3).map(Value.Items::new),
                fields(inner).map(Value.Fields::new),
                inner.map(Value.Secret::new),
                archive(inner));
    }

    private static Arbitrary<Map<String, Value>> fields(Arbitrary<Value> inner) {
        return Arbitraries.maps(text(), inner).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, Value>> trees() {
        return fields(value(4));
    }

    @Property(tries = 500)
    void whatIsEncodedDecodesToTheSame(@ForAll("trees") Map<String, Value> tree) throws Exception {
        Struct sent = StructEncoder.encode(tree);
        Struct received = Struct.parseFrom(sent.toByteArray());
        assertThat(StructDecoder.decode(received)).isEqualTo(tree);
    }

    @Property(tries = 300)
    void aPatchWithWhatIsThereChangesNoByte(@ForAll("trees") Map<String, Value> tree) {
        Struct sent = StructEncoder.encode(tree);
        assertThat(StructPatch.apply(sent, tree)).isEqualTo(sent);
    }

    @Property(tries = 300)
    void aPatchOfOnePropertyLeavesTheOthersAlone(@ForAll("trees") Map<String, Value> tree, @ForAll boolean set) {
        Struct before = StructEncoder.encode(tree);
        Struct after = StructPatch.apply(before, Map.of("patched", new Value.Bool(set)));
        assertThat(after.toBuilder().removeFields("patched").build())
                .isEqualTo(before.toBuilder().removeFields("patched").build());
    }
}
