package com.pulumi.awsnative;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.core.internal.Codegen;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;

/** The provider {@code aws-native}, which makes resources through AWS Cloud Control. */
@ResourceType(type = "pulumi:providers:aws-native")
public class Provider extends ProviderResource {

    /** Declares a provider that finds its region and credentials by itself. */
    public Provider(String name) {
        this(name, ProviderArgs.Empty);
    }

    /** Declares a provider. */
    public Provider(String name, ProviderArgs args) {
        this(name, args, null);
    }

    /** Declares a provider. */
    public Provider(String name, ProviderArgs args, CustomResourceOptions options) {
        super("aws-native", name, args == null ? ProviderArgs.Empty : args, CustomResourceOptions.merge(
                CustomResourceOptions.builder().version(Utilities.getVersion()).build(), options, Codegen.empty()));
    }
}
