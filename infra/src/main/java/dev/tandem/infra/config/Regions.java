package dev.tandem.infra.config;

import java.util.List;

/** AWS regions that lie in the European Union. London and Zurich do not, though their names begin with eu-. */
final class Regions {

    /** Source: AWS General Reference, "AWS Regions"; members of the Union only. */
    static final List<String> IN_THE_UNION =
            List.of("eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3");

    private Regions() {}

    /** The zones that each of these regions has. */
    static List<String> zones(String region) {
        return List.of(region + "a", region + "b", region + "c");
    }
}
