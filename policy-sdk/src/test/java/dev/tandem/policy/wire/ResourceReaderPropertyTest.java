package dev.tandem.policy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Unknowns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Read straight from its bytes, a resource is what protobuf's reader and {@link ResourceDecoder} make of it, or is refused alike. */
class ResourceReaderPropertyTest {

    private static final ResourceReader READER = new ResourceReader(10_000);

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "value", "secret", "hash", "path", "urn", "id", "assets", "__defaults", Signatures.KEY, Unknowns.STRING),
                Arbitraries.of(Signatures.SECRET, Signatures.OUTPUT, Signatures.ASSET, Signatures.ARCHIVE, Signatures.REFERENCE),
                Arbitraries.strings().alpha().ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(4).filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c))));
    }

    private static Arbitrary<Value> value(int depth) {
        Arbitrary<Value> leaf = Arbitraries.oneOf(
                text().map(s -> Value.newBuilder().setStringValue(s).build()),
                Arbitraries.of(true, false).map(b -> Value.newBuilder().setBoolValue(b).build()),
                Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.of(Double.NaN, -0.0, 443.0, 0x1p53 + 2))
                        .map(d -> Value.newBuilder().setNumberValue(d).build()),
                Arbitraries.of(Value.getDefaultInstance(), Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build()));
        return depth == 0
                ? leaf
                : Arbitraries.oneOf(
                        leaf,
                        value(depth - 1).list().ofMaxSize(3)
                                .map(l -> Value.newBuilder().setListValue(ListValue.newBuilder().addAllValues(l)).build()),
                        struct(depth - 1, 3).map(s -> Value.newBuilder().setStructValue(s).build()),
                        Combinators.combine(struct(depth - 1, 4), text()).as((s, mark) -> Value.newBuilder().setStructValue(
                                s.toBuilder().putFields(Signatures.KEY, Value.newBuilder().setStringValue(mark).build())).build()),
                        marksInMarks(depth - 1));
    }

    /** What a mark is made of, its name or an output's flag, as an output itself. */
    private static Arbitrary<Value> marksInMarks(int depth) {
        Arbitrary<Value> mark = Arbitraries.of(Signatures.SECRET, Signatures.OUTPUT).map(s -> Value.newBuilder().setStringValue(s).build());
        Arbitrary<Value> flag = Arbitraries.of(true, false).map(b -> Value.newBuilder().setBoolValue(b).build());
        return Combinators.combine(maybeOutput(mark), maybeOutput(flag), value(depth)).as((m, f, v) -> Value.newBuilder().setStructValue(
                Struct.newBuilder().putFields(Signatures.KEY, m).putFields("secret", f).putFields("value", v)).build());
    }

    private static Arbitrary<Value> maybeOutput(Arbitrary<Value> value) {
        return Arbitraries.oneOf(value, value.map(inner -> Value.newBuilder().setStructValue(Struct.newBuilder()
                .putFields(Signatures.KEY, Value.newBuilder().setStringValue(Signatures.OUTPUT).build())
                .putFields("value", inner)).build()));
    }

    private static Arbitrary<Struct> struct(int depth, int most) {
        return Arbitraries.maps(text(), value(depth)).ofMaxSize(most).map(m -> Struct.newBuilder().putAllFields(m).build());
    }

    private static Arbitrary<AnalyzerResourceOptions> options() {
        return Combinators.combine(Arbitraries.of(true, false), text().list().ofMaxSize(2), text(), Arbitraries.doubles())
                .as((b, texts, parent, timeout) -> AnalyzerResourceOptions.newBuilder()
                        .setProtect(b).setDeleteBeforeReplaceDefined(!b).addAllIgnoreChanges(texts).setParent(parent)
                        .setCustomTimeouts(AnalyzerResourceOptions.CustomTimeouts.newBuilder().setCreate(timeout))
                        .build());
    }

    @Provide
    Arbitrary<AnalyzerResource> resources() {
        Arbitrary<Optional<AnalyzerProviderResource>> provider = Combinators.combine(text(), struct(1, 2))
                .as((name, p) -> AnalyzerProviderResource.newBuilder().setName(name).setProperties(p).build())
                .optional();
        Arbitrary<Map<String, AnalyzerPropertyDependencies>> dependencies = Arbitraries.maps(
                        text(), text().list().ofMaxSize(2).map(l -> AnalyzerPropertyDependencies.newBuilder().addAllUrns(l).build()))
                .ofMaxSize(2);
        return Combinators.combine(text(), text(), struct(2, 14), options().optional(), provider, dependencies, text().list().ofMaxSize(3))
                .as((type, name, properties, options, by, byProperty, urns) -> {
                    AnalyzerResource.Builder out = AnalyzerResource.newBuilder()
                            .setType(type).setName(name).setUrn("urn:pulumi:dev::shop::a:b:C::" + name)
                            .setProperties(properties).putAllPropertyDependencies(byProperty).addAllDependencies(urns);
                    options.ifPresent(out::setOptions);
                    by.ifPresent(out::setProvider);
                    return urns.size() == 1 ? out.setParent(urns.get(0)).build() : out.build();
                });
    }

    @Property(tries = 150)
    void aResourceOfAStack(@ForAll("resources") AnalyzerResource sent) throws Exception {
        assertThat(all(READER.ofStack(sent.toByteArray()))).isEqualTo(all(ResourceDecoder.decode(sent)));
    }

    @Property(tries = 150)
    void aResourceAlone(@ForAll("resources") AnalyzerResource sent) throws Exception {
        AnalyzeRequest request = alone(sent);
        assertThat(all(READER.alone(request.toByteArray()))).isEqualTo(all(ResourceDecoder.decode(request)));
    }

    /** Bytes changed, left out and put together: what is no message to one reader is none to the other. */
    @Property(tries = 400)
    void whateverHappenedToTheBytes(
            @ForAll("resources") AnalyzerResource sent,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 5000) Integer> places,
            @ForAll byte changed,
            @ForAll @IntRange(max = 2) int how) {
        byte[] bytes = how == 0 ? alone(sent).toByteArray() : sent.toByteArray();
        if (how == 2) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            System.arraycopy(bytes, 0, bytes, bytes.length / 2, bytes.length / 2);
        }
        for (int place : places) {
            bytes[place % bytes.length] = place % 3 == 0 ? changed : (byte) (bytes[place % bytes.length] + 1);
        }
        byte[] cut = places.size() == 3 ? Arrays.copyOf(bytes, places.get(2) % bytes.length) : bytes;
        assertThat(outcome(() -> READER.alone(cut))).isEqualTo(outcome(() -> ResourceDecoder.decode(AnalyzeRequest.parseFrom(cut))));
        assertThat(outcome(() -> READER.ofStack(cut))).isEqualTo(outcome(() -> ResourceDecoder.decode(AnalyzerResource.parseFrom(cut))));
    }

    private static AnalyzeRequest alone(AnalyzerResource sent) {
        AnalyzeRequest.Builder out = AnalyzeRequest.newBuilder()
                .setType(sent.getType()).setName(sent.getName()).setUrn(sent.getUrn()).setProperties(sent.getProperties());
        if (sent.hasOptions()) {
            out.setOptions(sent.getOptions());
        }
        return sent.hasProvider() ? out.setProvider(sent.getProvider()).build() : out.build();
    }

    private interface Read {
        Resource resource() throws InvalidProtocolBufferException;
    }

    private static Object outcome(Read read) {
        try {
            return all(read.resource());
        } catch (InvalidProtocolBufferException e) {
            return "no message";
        }
    }

    /** Everything that a rule can see, fields in their order. */
    private static List<Object> all(Resource r) {
        List<Object> out = new ArrayList<>(List.of(
                r.urn(), r.type(), r.name(), r.parent(), r.options(), r.dependencies(), r.propertyDependencies(),
                r.properties().value(), r.properties().value().toString()));
        r.provider().ifPresent(p -> out.addAll(List.of(p.type(), p.urn(), p.name(), p.properties().value())));
        return out;
    }
}
