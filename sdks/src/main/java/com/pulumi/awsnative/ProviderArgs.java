package com.pulumi.awsnative;

import com.pulumi.awsnative.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/** Where and as whom a provider works; a part of what it takes. */
public final class ProviderArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ProviderArgs Empty = new ProviderArgs();

    @Import(name = "region")
    private Output<String> region;

    @Import(name = "allowedAccountIds", json = true)
    private Output<List<String>> allowedAccountIds;

    @Import(name = "defaultTags", json = true)
    private Output<ProviderDefaultTagsArgs> defaultTags;

    private ProviderArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ProviderArgs made = new ProviderArgs();

        private Builder() {}

        /** AWS region. */
        public Builder region(Output<String> value) {
            made.region = value;
            return this;
        }

        /** AWS region. */
        public Builder region(String value) {
            return region(Output.of(value));
        }

        /** Accounts it may work in, twelve digits each. */
        public Builder allowedAccountIds(Output<List<String>> value) {
            made.allowedAccountIds = value;
            return this;
        }

        /** Accounts it may work in, twelve digits each. */
        public Builder allowedAccountIds(List<String> value) {
            return allowedAccountIds(Output.of(value));
        }

        /** Accounts it may work in, twelve digits each. */
        public Builder allowedAccountIds(String... values) {
            return allowedAccountIds(List.of(values));
        }

        /** Tags of everything it makes. */
        public Builder defaultTags(Output<ProviderDefaultTagsArgs> value) {
            made.defaultTags = value;
            return this;
        }

        /** Tags of everything it makes. */
        public Builder defaultTags(ProviderDefaultTagsArgs value) {
            return defaultTags(Output.of(value));
        }

        /** What was collected. */
        public ProviderArgs build() {
            return made;
        }
    }
}
