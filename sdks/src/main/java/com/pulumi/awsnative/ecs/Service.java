package com.pulumi.awsnative.ecs;

import com.pulumi.awsnative.Utilities;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.core.internal.Codegen;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Optional;

/** An ECS service, {@code AWS::ECS::Service} of Cloud Control: it has deployment strategies that the older provider lacks. */
@ResourceType(type = Service.TYPE)
public class Service extends CustomResource {

    static final String TYPE = "aws-native:ecs:Service";

    @Export(name = "serviceArn", refs = {String.class}, tree = "[0]")
    private Output<String> serviceArn;

    @Export(name = "serviceName", refs = {String.class}, tree = "[0]")
    private Output<String> serviceName;

    /** Declares a service. */
    public Service(String name) {
        this(name, ServiceArgs.Empty);
    }

    /** Declares a service. */
    public Service(String name, ServiceArgs args) {
        this(name, args, null);
    }

    /** Declares a service. */
    public Service(String name, ServiceArgs args, CustomResourceOptions options) {
        super(TYPE, name, args == null ? ServiceArgs.Empty : args, CustomResourceOptions.merge(
                CustomResourceOptions.builder().version(Utilities.getVersion()).build(), options, Codegen.empty()));
    }

    /** Its ARN. */
    public Output<String> serviceArn() {
        return serviceArn;
    }

    /** Its name. */
    public Output<Optional<String>> serviceName() {
        return Codegen.optional(serviceName);
    }
}
