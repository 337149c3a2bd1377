package com.pulumi.awsnative.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** Tags of everything that a provider makes. */
public final class ProviderDefaultTagsArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ProviderDefaultTagsArgs Empty = new ProviderDefaultTagsArgs();

    @Import(name = "tags")
    private Output<Map<String, String>> tags;

    private ProviderDefaultTagsArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ProviderDefaultTagsArgs made = new ProviderDefaultTagsArgs();

        private Builder() {}

        /** The tags. */
        public Builder tags(Output<Map<String, String>> value) {
            made.tags = value;
            return this;
        }

        /** The tags. */
        public Builder tags(Map<String, String> value) {
            return tags(Output.of(value));
        }

        /** What was collected. */
        public ProviderDefaultTagsArgs build() {
            return made;
        }
    }
}
