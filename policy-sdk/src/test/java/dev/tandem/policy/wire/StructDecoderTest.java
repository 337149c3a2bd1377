package dev.tandem.policy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forms that some engines send and others do not. */
class StructDecoderTest {

    private static Value decode(Map<String, ?> struct) {
        return StructDecoder.decode(StructEncoder.encode(Values.of(struct)));
    }

    @Test
    void anArchiveWithAPathIgnoresTheEmptyAssetsThatSomeEnginesSendBesideIt() {
        assertThat(decode(Map.of(Signatures.KEY, Signatures.ARCHIVE, "path", "./app", "assets", Map.of())))
                .isEqualTo(new Value.Archive(Optional.empty(), Optional.of("./app"), Optional.empty(), Map.of()));
    }

    /** Found by fuzzing: the contents were lost when a rule handed such an archive back. */
    @Test
    void anArchiveWithAPathAndContentsKeepsBoth() {
        Value both = decode(Map.of(Signatures.KEY, Signatures.ARCHIVE, "path", "./app", "assets", Map.of("f", 1)));
        assertThat(StructDecoder.decode(StructEncoder.encode(both))).isEqualTo(both);
        assertThat(((Value.Archive) both).assets()).containsOnlyKeys("f");
    }

    @Test
    void assetsAndArchivesWithNothingButAHashAreLegal() {
        assertThat(decode(Map.of(Signatures.KEY, Signatures.ASSET, "hash", "h")))
                .isEqualTo(new Value.Asset(Optional.of("h"), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(decode(Map.of(Signatures.KEY, Signatures.ARCHIVE, "hash", "h")))
                .isEqualTo(new Value.Archive(Optional.of("h"), Optional.empty(), Optional.empty(), Map.of()));
    }

    @Test
    void outputValuesAreFlattenedToValueUnknownAndSecret() {
        assertThat(decode(Map.of(Signatures.KEY, Signatures.OUTPUT, "value", "v"))).isEqualTo(new Value.Text("v"));
        assertThat(decode(Map.of(Signatures.KEY, Signatures.OUTPUT))).isEqualTo(new Value.Unknown());
        assertThat(decode(Map.of(Signatures.KEY, Signatures.OUTPUT, "value", "v", "secret", true)))
                .isEqualTo(new Value.Secret(new Value.Text("v")));
    }

    @Test
    void aResourceReferenceReadsAsItsIdElseItsUrn() {
        Value known = decode(Map.of(Signatures.KEY, Signatures.REFERENCE, "urn", "urn:x", "id", "i-1"));
        Value bare = decode(Map.of(Signatures.KEY, Signatures.REFERENCE, "urn", "urn:x"));
        Value unknown = decode(Map.of(Signatures.KEY, Signatures.REFERENCE, "urn", "urn:x", "id", Values.unknown()));
        assertThat(at(known).stringOr("")).isEqualTo("i-1");
        assertThat(at(bare).stringOr("")).isEqualTo("urn:x");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> at(unknown).string()).hasMessageContaining("not known");
    }

    private static dev.tandem.policy.model.Property at(Value value) {
        return dev.tandem.policy.model.Property.of(dev.tandem.policy.model.PropertyPath.ROOT, value);
    }

    @Test
    void fieldsAreInTheSameOrderInEveryRun() {
        Struct struct = StructEncoder.encode(Values.fields(Map.of("b", 1, "a", 2, "d", 3, "c", 4)));
        assertThat(StructDecoder.decode(struct).keySet()).containsExactly("a", "b", "c", "d");
    }
}
