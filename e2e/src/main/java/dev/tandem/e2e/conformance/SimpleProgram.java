package dev.tandem.e2e.conformance;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The programs of the scenarios. The environment variable {@value #RESOURCES} says which resources: {@code res1=true
 * res2=!res1}, separated by blanks, {@code metadata} for the one with an option on each resource, or {@code house} for one
 * with every kind of value.
 */
public final class SimpleProgram {

    public static final String RESOURCES = "SIMPLE_RESOURCES";

    private SimpleProgram() {}

    public static void main(String[] args) {
        String wanted = System.getenv(RESOURCES);
        Pulumi.run(context -> {
            if (wanted.equals("metadata")) {
                metadata();
            } else if (wanted.equals("house")) {
                new House("house");
            } else {
                plain(wanted);
            }
        });
    }

    private static void plain(String wanted) {
        Map<String, SimpleResource> made = new HashMap<>();
        for (String entry : wanted.split(" ")) {
            String name = entry.substring(0, entry.indexOf('='));
            String value = entry.substring(entry.indexOf('=') + 1);
            Output<Boolean> output = value.startsWith("!")
                    ? made.get(value.substring(1)).value().applyValue(v -> !v)
                    : Output.of(Boolean.valueOf(value));
            made.put(name, new SimpleResource(name, output, CustomResourceOptions.Empty));
        }
    }

    private static void metadata() {
        Output<Boolean> yes = Output.of(true);
        new SimpleResource("identity", yes, CustomResourceOptions.Empty);
        new SimpleResource("protected", yes, CustomResourceOptions.builder().protect(true).build());
        new SimpleResource("ignoreChanges", yes, CustomResourceOptions.builder().ignoreChanges("value").build());
        new SimpleResource("deleteBeforeReplace", yes, CustomResourceOptions.builder().deleteBeforeReplace(true).build());
        new SimpleResource("secretOutput", yes, CustomResourceOptions.builder().additionalSecretOutputs("value").build());
        new SimpleResource("customTimeouts", yes, CustomResourceOptions.builder()
                .customTimeouts(CustomTimeouts.builder().create(Duration.ofMinutes(5)).build()).build());
        new SimpleResource("explicitProvider", yes,
                CustomResourceOptions.builder().provider(new SimpleProviderResource("prov")).build());
        SimpleResource parent = new SimpleResource("parent", yes, CustomResourceOptions.Empty);
        new SimpleResource("child", yes, CustomResourceOptions.builder().parent(parent).build());
        SimpleResource dependency = new SimpleResource("dependency", yes, CustomResourceOptions.Empty);
        new SimpleResource("dependsOn", yes, CustomResourceOptions.builder().dependsOn(List.of(dependency)).build());
        new SimpleResource("propertyDependency", dependency.value(), CustomResourceOptions.Empty);
    }
}
