package dev.tandem.e2e.conformance;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;

/** The provider's one resource. */
@ResourceType(type = "simple:index:Resource")
final class SimpleResource extends CustomResource {

    @Export(name = "value", refs = {Boolean.class}, tree = "[0]")
    private Output<Boolean> value;

    SimpleResource(String name, Output<Boolean> value, CustomResourceOptions options) {
        super("simple:index:Resource", name, new Args(value), options);
    }

    Output<Boolean> value() {
        return value;
    }

    private static final class Args extends ResourceArgs {
        @Import(name = "value", required = true)
        private final Output<Boolean> value;

        Args(Output<Boolean> value) {
            this.value = value;
        }
    }
}
