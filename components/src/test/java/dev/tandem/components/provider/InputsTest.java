package dev.tandem.components.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.provider.internal.properties.PropertyValue;
import dev.tandem.components.provider.Property.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static final List<Property> PROPERTIES = List.of(
            Property.required("image", Shape.TEXT, "The image."),
            Property.optional("port", Shape.INTEGER, "The port."),
            Property.optional("zones", Shape.TEXTS, "The zones."),
            Property.optional("vpcId", Shape.OUTPUT, "The network."));

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> read(Map.of(
                "prot", PropertyValue.of(80), "port", PropertyValue.of(80.5), "zones", PropertyValue.of("eu-central-1a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MeshService \"orders\": image: missing, expected a string: The image."
                        + "; port: found the number 80.5, expected an integer"
                        + "; prot: unknown, expected one of [image, port, vpcId, zones]"
                        + "; zones: found the string \"eu-central-1a\", expected a list of strings");
    }

    @Test
    void what_decides_the_plan_must_be_known() {
        assertThatThrownBy(() -> read(Map.of("image", PropertyValue.COMPUTED)))
                .hasMessageContaining("image: known only after the deployment, expected a string that the plan can be made from");
    }

    @Test
    void what_is_only_passed_on_may_be_unknown() {
        Inputs in = read(Map.of("image", PropertyValue.of("a:1"), "vpcId", PropertyValue.COMPUTED));
        assertThat(in.has("vpcId")).isTrue();
        assertThat(in.has("port")).isFalse();
    }

    @Test
    void a_secret_of_the_wrong_shape_is_not_printed() {
        assertThatThrownBy(() -> read(Map.of(
                "image", PropertyValue.of("a:1"), "port", PropertyValue.ofSecret(PropertyValue.of("hunter2")))))
                .hasMessageContaining("port: found a secret, expected an integer")
                .hasMessageNotContaining("hunter2");
    }

    private static Inputs read(Map<String, PropertyValue> values) {
        return new Inputs("MeshService \"orders\"", PROPERTIES, Given.of(PropertyValue.of(values)));
    }
}
