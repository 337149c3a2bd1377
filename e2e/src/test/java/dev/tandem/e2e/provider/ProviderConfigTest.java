package dev.tandem.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provider's own arguments, and its functions. */
class ProviderConfigTest {

    private static final Place FRANKFURT = new Place("eu-central-1", Map.of());

    @Test
    void structuredArgumentsArriveAsJsonText() {
        Place place = ProviderConfig.place(struct(Map.of(
                "region", "eu-west-1",
                "defaultTags", "{\"tags\":{\"owner\":\"platform\"}}",
                "version", "6.83.0")));

        assertThat(place).isEqualTo(new Place("eu-west-1", Map.of("owner", "platform")));
    }

    @Test
    void aMissingOrMalformedRegionIsRefused() {
        assertThat(ProviderConfig.check(struct(Map.of()))).singleElement().satisfies(problem ->
                assertThat(problem.reason()).contains("missing required configuration key \"aws:region\""));
        assertThat(ProviderConfig.check(struct(Map.of("region", "Frankfurt")))).containsExactly(
                new Problem("region", "invalid AWS region: found \"Frankfurt\", expected one such as eu-central-1"));
    }

    @Test
    void anotherAccountIsRefused() {
        assertThat(ProviderConfig.check(struct(Map.of("region", "eu-west-1", "allowedAccountIds", "[\"210987654321\"]")))).containsExactly(
                new Problem("allowedAccountIds", "AWS account ID not allowed: found 111122223333, expected one of [210987654321]"));
    }

    @Test
    void anUnknownArgumentIsRefused() {
        assertThat(ProviderConfig.check(struct(Map.of("region", "eu-west-1", "colour", "red")))).singleElement()
                .satisfies(problem -> assertThat(problem.reason()).startsWith("unknown argument 'colour', the aws provider has ["));
    }

    @Test
    void functionsAnswerForTheProvidersRegion() {
        Struct zones = Functions.call("aws:index/getAvailabilityZones:getAvailabilityZones", struct(Map.of("state", "available")), FRANKFURT);

        assertThat(zones.getFieldsOrThrow("names").getListValue().getValuesList()).extracting(Value::getStringValue)
                .containsExactly("eu-central-1a", "eu-central-1b", "eu-central-1c");
        assertThat(zones.getFieldsOrThrow("state").getStringValue()).isEqualTo("available");
    }

    @Test
    void aFunctionWithoutAnAnswerNamesItselfAndTheOthers() {
        assertThatThrownBy(() -> Functions.call("aws:iam/getRole:getRole", struct(Map.of("name", "x")), FRANKFURT))
                .hasMessageStartingWith("the simulated provider has no answer for the function aws:iam/getRole:getRole, only for [");
        assertThatThrownBy(() -> Functions.call("aws:iam/getRoel:getRoel", struct(Map.of()), FRANKFURT))
                .hasMessage("unknown function aws:iam/getRoel:getRoel: the Java SDK for aws has none of this name");
        assertThatThrownBy(() -> Functions.call("aws:index/getRegion:getRegion", struct(Map.of("colour", List.of())), FRANKFURT))
                .hasMessageContaining("unknown argument 'colour'");
    }

    private static Struct struct(Map<String, Object> fields) {
        return Values.of(fields).getStructValue();
    }
}
