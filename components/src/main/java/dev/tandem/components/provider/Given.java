package dev.tandem.components.provider;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.ValueType;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value that a consumer gave, out of its wrappers: secrets and outputs come nested in either order. The SDK's own
 * deserializer (seen in 1.36.1) takes an unknown output for a known null, and refuses a secret output. Immutable.
 *
 * @param value        the bare value; {@link PropertyValue#COMPUTED} when not known yet
 * @param secret       whether it or what it was part of is secret
 * @param dependencies URNs of the resources that it comes from
 */
record Given(PropertyValue value, boolean secret, Set<String> dependencies) {

    static Given of(PropertyValue wrapped) {
        return within(wrapped, new Given(PropertyValue.NULL, false, Set.of()));
    }

    /** A part of this value: what holds of the whole holds of it. */
    Given part(PropertyValue wrapped) {
        return within(wrapped, this);
    }

    private static Given within(PropertyValue wrapped, Given whole) {
        PropertyValue value = wrapped == null ? PropertyValue.NULL : wrapped;
        boolean secret = whole.secret;
        Set<String> dependencies = new TreeSet<>(whole.dependencies);
        while (value.getType() == ValueType.SECRET || value.getType() == ValueType.OUTPUT) {
            if (value.getType() == ValueType.SECRET) {
                secret = true;
                value = value.getSecretValue();
            } else {
                dependencies.addAll(value.getOutputValue().getDependencies());
                PropertyValue inner = value.getOutputValue().getValue();
                value = inner == null ? PropertyValue.COMPUTED : inner;
            }
        }
        return new Given(value, secret, dependencies);
    }

    boolean known() {
        return !value.isComputed();
    }

    /** As an output of a string, with its secrecy and its dependencies; unknown while the value is. */
    Output<String> output() {
        ImmutableSet<Resource> resources =
                dependencies.stream().map(DependencyResource::new).collect(ImmutableSet.toImmutableSet());
        String text = known() ? value.getStringValue() : null;
        return new OutputInternal<>(OutputData.ofNullable(resources, text, known(), secret));
    }
}
