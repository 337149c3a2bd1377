package dev.tandem.preview.it.programs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/** What the test programs are made of: a bucket, a provider and a component, without any provider's SDK. */
final class Parts {

    static final String BUCKET = "aws:s3/bucketV2:BucketV2";

    private Parts() {}

    static CustomResourceOptions.Builder awsOptions() {
        return CustomResourceOptions.builder().version("6.83.0");
    }

    static final class BucketArgs extends ResourceArgs {
        @Import(name = "bucket")
        private final Output<String> bucket;

        @Import(name = "password")
        private final Output<String> password;

        @Import(name = "tags")
        private final Output<Map<String, String>> tags;

        BucketArgs(Output<String> bucket, Output<String> password, Output<Map<String, String>> tags) {
            this.bucket = bucket;
            this.password = password;
            this.tags = tags;
        }

        static BucketArgs named(String bucket) {
            return new BucketArgs(Output.of(bucket), null, null);
        }
    }

    @ResourceType(type = BUCKET)
    static final class Bucket extends CustomResource {
        @Export(name = "arn", refs = {String.class}, tree = "[0]")
        private Output<String> arn;

        Bucket(String name, BucketArgs args, CustomResourceOptions options) {
            super(BUCKET, name, args, options);
        }

        Output<String> arn() {
            return arn;
        }
    }

    static final class ProviderArgs extends ResourceArgs {
        @Import(name = "region")
        private final Output<String> region;

        ProviderArgs(String region) {
            this.region = Output.of(region);
        }
    }

    static final class Provider extends ProviderResource {
        Provider(String name, String region) {
            super("aws", name, new ProviderArgs(region), awsOptions().build());
        }
    }

    static final class Site extends ComponentResource {
        Site(String name, ComponentResourceOptions options) {
            super("shop:index:Site", name, options);
            Bucket bucket = new Bucket(name + "-files", BucketArgs.named("files"),
                    awsOptions().parent(this).build());
            registerOutputs(Map.of("arn", bucket.arn(), "kind", Output.of("static")));
        }
    }

    static final class RemoteSite extends ComponentResource {
        RemoteSite(String name) {
            super("shop:index:RemoteSite", name, ResourceArgs.Empty, ComponentResourceOptions.Empty, true);
        }
    }
}
