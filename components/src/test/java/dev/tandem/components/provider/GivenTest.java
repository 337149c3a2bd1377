package dev.tandem.components.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.OutputReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GivenTest {

    private static final String URN = "urn:pulumi:prod::shop::aws:ec2/vpc:Vpc::vpc";

    @Test
    void a_secret_output_keeps_value_mark_and_dependencies() {
        PropertyValue value =
                PropertyValue.ofSecret(PropertyValue.of(new OutputReference(PropertyValue.of("vpc-1"), Set.of(URN))));
        Given given = Given.of(value);
        OutputData<String> data = data(given.output());
        assertThat(given.dependencies()).containsExactly(URN);
        assertThat(data.getValueNullable()).isEqualTo("vpc-1");
        assertThat(data.isSecret()).isTrue();
        assertThat(data.getResources()).hasSize(1);
    }

    @Test
    void an_output_without_a_value_is_unknown_and_not_null() {
        OutputData<String> data = data(Given.of(PropertyValue.of(new OutputReference(null, Set.of(URN)))).output());
        assertThat(data.isKnown()).isFalse();
        assertThat(data.getResources()).hasSize(1);
    }

    @Test
    void what_holds_of_a_whole_holds_of_its_parts() {
        PropertyValue list = PropertyValue.of(List.of(PropertyValue.of("a"), PropertyValue.COMPUTED));
        Given whole = Given.of(PropertyValue.ofSecret(PropertyValue.of(new OutputReference(list, Set.of(URN)))));
        Given second = whole.part(whole.value().getArrayValue().get(1));
        assertThat(second.secret()).isTrue();
        assertThat(second.known()).isFalse();
        assertThat(second.dependencies()).containsExactly(URN);
    }

    @Test
    void state_goes_back_as_it_came() {
        PropertyValue secret =
                PropertyValue.ofSecret(PropertyValue.of(new OutputReference(PropertyValue.of("key"), Set.of())));
        State.Complete complete = new State()
                .text("region", "eu-central-1")
                .output("key", Given.of(secret).output())
                .output("unknown", Given.of(PropertyValue.COMPUTED).output())
                .outputs("many", List.of(Output.of("a"), Given.of(PropertyValue.COMPUTED).output()))
                .outputMap("byName", Map.of("b", Output.of("c")))
                .andAllAs("ref")
                .complete().join();
        assertThat(complete.state()).containsKeys("region", "key", "unknown", "many", "byName", "ref");
        Given key = Given.of(complete.state().get("key"));
        assertThat(key.secret()).isTrue();
        assertThat(key.value()).isEqualTo(PropertyValue.of("key"));
        assertThat(Given.of(complete.state().get("unknown")).known()).isFalse();
        Given ref = Given.of(complete.state().get("ref"));
        assertThat(ref.value().getObjectValue()).hasSize(5);
        assertThat(ref.part(ref.value().getObjectValue().get("key")).secret()).isTrue();
    }

    private static OutputData<String> data(Output<String> output) {
        return Internal.of(output).getDataAsync().join();
    }
}
