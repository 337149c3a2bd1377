package dev.tandem.e2e.conformance;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;

/** An explicit provider. */
@ResourceType(type = "pulumi:providers:simple")
final class SimpleProviderResource extends ProviderResource {

    SimpleProviderResource(String name) {
        super("simple", name, ResourceArgs.Empty, CustomResourceOptions.Empty);
    }
}
