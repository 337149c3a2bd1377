package dev.tandem.policy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceOptions;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** What engines say of a resource beside its properties, and what they leave out. */
class ResourceDecoderTest {

    private static final String URN = "urn:pulumi:dev::shop::shop:index:House$shop:index:Door::front";
    private static final String PARENT = "urn:pulumi:dev::shop::shop:index:House::home";

    private static Struct struct(Map<String, ?> properties) {
        return StructEncoder.encode(Values.fields(properties));
    }

    @Test
    void deleteBeforeReplaceIsKnownOnlyWhereTheEngineSaysSo() {
        AnalyzerResourceOptions said = AnalyzerResourceOptions.newBuilder()
                .setDeleteBeforeReplace(false).setDeleteBeforeReplaceDefined(true).build();
        AnalyzerResourceOptions silent = AnalyzerResourceOptions.newBuilder().setDeleteBeforeReplace(true).build();
        assertThat(decode(said).options().deleteBeforeReplace()).contains(false);
        assertThat(decode(silent).options().deleteBeforeReplace()).isEmpty();
    }

    private static Resource decode(AnalyzerResourceOptions options) {
        return ResourceDecoder.decode(AnalyzeRequest.newBuilder().setUrn(URN).setOptions(options).build());
    }

    @Test
    void everyOptionIsRead() {
        AnalyzerResourceOptions options = AnalyzerResourceOptions.newBuilder()
                .setProtect(true).addIgnoreChanges("value").addAdditionalSecretOutputs("key").addAliases("urn:old")
                .setCustomTimeouts(AnalyzerResourceOptions.CustomTimeouts.newBuilder()
                        .setCreate(300).setUpdate(60).setDelete(0.5).setRead(7))
                .build();
        assertThat(decode(options).options()).isEqualTo(new ResourceOptions(
                true, List.of("value"), java.util.Optional.empty(), List.of("key"), List.of("urn:old"), 300, 60, 0.5, 7));
    }

    @Test
    void theParentIsAFieldInStacksAnOptionInResourcesAndNothingInOldEngines() {
        AnalyzerResourceOptions inOptions = AnalyzerResourceOptions.newBuilder().setParent(PARENT).build();
        assertThat(decode(inOptions).parent()).contains(PARENT);
        assertThat(decode(AnalyzerResourceOptions.getDefaultInstance()).parent()).isEmpty();
        assertThat(ResourceDecoder.decode(AnalyzerResource.newBuilder().setUrn(URN).setParent(PARENT).build()).parent())
                .contains(PARENT);
        assertThat(ResourceDecoder.decode(AnalyzerResource.newBuilder().setUrn(URN).setOptions(inOptions).build()).parent())
                .contains(PARENT);
    }

    @Test
    void typeAndNameAreReadFromTheUrnWhereTheyAreLeftOut() {
        Resource resource = ResourceDecoder.decode(AnalyzeRequest.newBuilder().setUrn(URN).build());
        assertThat(resource.type()).isEqualTo("shop:index:Door");
        assertThat(resource.name()).isEqualTo("front");
        assertThat(resource.properties().entries()).isEmpty();
    }

    @Test
    void theProviderIsThereOnlyWhereTheEngineSendsOne() {
        AnalyzerProviderResource provider = AnalyzerProviderResource.newBuilder()
                .setType("pulumi:providers:shop").setName("eu").setUrn("urn:p")
                .setProperties(struct(Map.of("region", "eu", "__internal", Map.of(), "token", Values.secret("hunter22"))))
                .build();
        assertThat(decode(AnalyzerResourceOptions.getDefaultInstance()).provider()).isEmpty();
        Resource managed = ResourceDecoder.decode(AnalyzeRequest.newBuilder().setUrn(URN).setProvider(provider).build());
        assertThat(managed.provider().orElseThrow().properties().entries()).containsOnlyKeys("region", "token");
        assertThat(managed.provider().orElseThrow().toString()).contains("name=eu").doesNotContain("hunter22");
    }

    @Test
    void dependenciesAreSentForStacksOnly() {
        AnalyzerResource sent = AnalyzerResource.newBuilder().setUrn(URN).addDependencies("urn:a")
                .putPropertyDependencies("wall", AnalyzerPropertyDependencies.newBuilder().addUrns("urn:b").build())
                .build();
        assertThat(ResourceDecoder.decode(sent).dependencies()).containsExactly("urn:a");
        assertThat(ResourceDecoder.decode(sent).propertyDependencies()).isEqualTo(Map.of("wall", List.of("urn:b")));
        assertThat(decode(AnalyzerResourceOptions.getDefaultInstance()).dependencies()).isEmpty();
    }

    /** A newer engine marks texts that are no UTF-8 so; older packs get them as an object, which reads as undecided. */
    @Test
    void aSignatureOfANewerEngineIsAnObjectAndNoText() {
        Value bytes = StructDecoder.decode(StructEncoder.encode(Values.of(
                Map.of(Signatures.KEY, "803fd3297a5875dc03ca845dda5d2a98", "value", "wyg="))));
        Property read = Property.of(dev.tandem.policy.model.PropertyPath.parse("x"), bytes);
        org.assertj.core.api.Assertions.assertThatThrownBy(read::string).hasMessage("is a object, expected a string");
    }

    @Test
    void anAssetWithoutTextIsAnEmptyOneOrOneWhoseContentWasNotKept() {
        Value asset = StructDecoder.decode(StructEncoder.encode(Values.of(Map.of(Signatures.KEY, Signatures.ASSET, "hash", "e3b0"))));
        assertThat(((Value.Asset) asset).text()).isEmpty();
        assertThat(StructDecoder.decode(StructEncoder.encode(asset))).isEqualTo(asset);
    }
}
