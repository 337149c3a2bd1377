package dev.tandem.e2e.conformance;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.ResourceArgs;
import java.time.Duration;
import java.util.Map;

/** A component with two doors that hold every kind of value: secret, unknown in a preview, asset, archive. */
final class House extends ComponentResource {

    House(String name) {
        super("simple:index:House", name, ComponentResourceOptions.Empty);
        CustomResourceOptions.Builder options = CustomResourceOptions.builder().parent(this);
        Door front = new Door("front", new Args(Output.of(70), "red", "hunter22"), options
                .ignoreChanges("note")
                .customTimeouts(CustomTimeouts.builder().create(Duration.ofMinutes(5)).build())
                .build());
        // Only the deployment knows an id, so this is unknown in a preview; 36 afterwards.
        Output<Integer> width = front.id().applyValue(String::length);
        new Door("back", new Args(width, "green", "hunter23"), CustomResourceOptions.builder()
                .parent(this).dependsOn(front).build());
        registerOutputs(Map.of("doors", Output.of(2)));
    }

    private static final class Door extends CustomResource {
        Door(String name, Args args, CustomResourceOptions options) {
            super("simple:index:Door", name, args, options);
        }
    }

    private static final class Args extends ResourceArgs {
        @Import(name = "width", required = true)
        private final Output<Integer> width;

        @Import(name = "colour", required = true)
        private final Output<String> colour;

        @Import(name = "key", required = true)
        private final Output<String> key;

        @Import(name = "plan", required = true)
        private final Output<AssetOrArchive> plan = Output.of(new StringAsset("oak"));

        @Import(name = "papers", required = true)
        private final Output<AssetOrArchive> papers = Output.of(new AssetArchive(Map.of("bill", new StringAsset("42"))));

        Args(Output<Integer> width, String colour, String key) {
            this.width = width;
            this.colour = Output.of(colour);
            this.key = Output.ofSecret(key);
        }
    }
}
