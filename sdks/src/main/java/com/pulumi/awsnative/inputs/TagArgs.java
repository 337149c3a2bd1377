package com.pulumi.awsnative.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Objects;

/** A tag. */
public final class TagArgs extends ResourceArgs {

    /** Nothing set. */
    public static final TagArgs Empty = new TagArgs();

    @Import(name = "key", required = true)
    private Output<String> key;

    @Import(name = "value", required = true)
    private Output<String> value;

    private TagArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final TagArgs made = new TagArgs();

        private Builder() {}

        /** Its key. */
        public Builder key(Output<String> value) {
            made.key = value;
            return this;
        }

        /** Its key. */
        public Builder key(String value) {
            return key(Output.of(value));
        }

        /** Its value. */
        public Builder value(Output<String> value) {
            made.value = value;
            return this;
        }

        /** Its value. */
        public Builder value(String value) {
            return value(Output.of(value));
        }

        /** What was collected; throws NullPointerException when one that is needed is missing. */
        public TagArgs build() {
            Objects.requireNonNull(made.key, "expected parameter 'key' to be non-null");
            Objects.requireNonNull(made.value, "expected parameter 'value' to be non-null");
            return made;
        }
    }
}
