package dev.tandem.preview.it.programs;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.StackReference;
import dev.tandem.preview.it.programs.Parts.Bucket;
import dev.tandem.preview.it.programs.Parts.BucketArgs;
import dev.tandem.preview.it.programs.Parts.RemoteSite;
import java.util.Map;

/** Programs that do one thing wrong each, named by the configuration {@code mistake}. */
public final class FailingPrograms {

    private FailingPrograms() {}

    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            String mistake = ctx.config().require("mistake");
            switch (mistake) {
                case "throws" -> throw new IllegalStateException("no zone for the shop: expected one of a, b");
                case "invalid" -> {
                    ctx.log().error("invalid configuration: Pulumi.dev.yaml: key 'shop:size': found 'x', expected a number");
                    throw new IllegalStateException("invalid configuration");
                }
                case "duplicate" -> {
                    new Bucket("twice", BucketArgs.named("a"), Parts.awsOptions().build());
                    new Bucket("twice", BucketArgs.named("b"), Parts.awsOptions().build());
                }
                case "unknown-function" -> ctx.export("x", Deployment.getInstance().invoke(
                        "aws:ec2/getVpc:getVpc", TypeShape.map(String.class, Object.class), InvokeArgs.Empty));
                case "remote" -> new RemoteSite("far");
                case "reference" -> {
                    StackReference other = new StackReference("organization/shop/prod");
                    ctx.export("vpc", other.output("vpcId"));
                    ctx.export("all", other.outputs());
                }
                case "exits" -> Runtime.getRuntime().halt(9);
                default -> ctx.export("said", Output.of(Map.of("mistake", mistake)));
            }
        });
    }
}
