package dev.tandem.preview.it.programs;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.preview.it.programs.Parts.Bucket;
import dev.tandem.preview.it.programs.Parts.BucketArgs;
import dev.tandem.preview.it.programs.Parts.Provider;
import dev.tandem.preview.it.programs.Parts.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A component with a child, a bucket of an explicit provider in another region, a bucket with a secret from the
 * configuration and an input that comes from another resource. It says where it declares two of them.
 */
public final class ShopProgram {

    private ShopProgram() {}

    public static void main(String[] args) throws IOException {
        // As a program does that uses components' SourcePositions; a second line has a form that nobody knows.
        Files.writeString(Path.of(System.getenv("TANDEM_SOURCE_POSITIONS")),
                Parts.BUCKET + "\treplica\tshop/App.java\t2\n" + Parts.BUCKET + "\tvault\tshop/App.java\tnowhere\n");
        Pulumi.run(ctx -> {
            new Site("www", ComponentResourceOptions.Empty);
            Provider ireland = new Provider("ireland", "eu-west-1");
            Bucket replica = new Bucket("replica", BucketArgs.named("replica"),
                    CustomResourceOptions.merge(Parts.awsOptions().build(),
                            CustomResourceOptions.builder().provider(ireland).protect(true).build()));
            new Bucket("vault",
                    new BucketArgs(Output.of("vault"), ctx.config().requireSecret("password"),
                            replica.arn().applyValue(arn -> Map.of("of", arn))),
                    Parts.awsOptions().build());
            ctx.log().info("made for " + ctx.stackName());
            ctx.export("replicaArn", replica.arn());
            ctx.export("password", ctx.config().requireSecret("password"));
        });
    }
}
