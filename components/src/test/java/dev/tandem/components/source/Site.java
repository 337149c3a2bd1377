package dev.tandem.components.source;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;

/** A component of ours, whose code is passed over. */
public final class Site extends ComponentResource {

    public Site(String name, ComponentResourceOptions options) {
        super("shop:index:Site", name, options);
        new Queue(name + "-dead", null, CustomResourceOptions.builder().parent(this).build());
    }
}
