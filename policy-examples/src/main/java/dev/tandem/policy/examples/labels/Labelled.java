package dev.tandem.policy.examples.labels;

import java.util.Map;

/** Which types carry labels that appear on the bill, and what they call them. Add what you use. */
final class Labelled {

    private static final Map<String, String> PROPERTY = Map.ofEntries(
            Map.entry("aws:s3/bucket:Bucket", "tags"),
            Map.entry("aws:rds/instance:Instance", "tags"),
            Map.entry("aws:ec2/instance:Instance", "tags"),
            Map.entry("azure-native:storage:StorageAccount", "tags"),
            Map.entry("azure-native:compute:VirtualMachine", "tags"),
            Map.entry("gcp:storage/bucket:Bucket", "labels"),
            Map.entry("gcp:compute/instance:Instance", "labels"));

    private Labelled() {}

    static String[] types() {
        return PROPERTY.keySet().toArray(String[]::new);
    }

    /** @param type one of {@link #types} */
    static String property(String type) {
        return PROPERTY.get(type);
    }
}
