package dev.tandem.cli;

import dev.tandem.ops.access.AwsAccess;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that talks to AWS. */
final class OperatorOptions {

    /** First part of all physical names. */
    static final String PROJECT = "tandem";

    @Option(names = {"-e", "--environment"}, paramLabel = "NAME",
            description = "Environment. Default: $TANDEM_ENVIRONMENT, or prod.")
    private String environment = orElse(System.getenv("TANDEM_ENVIRONMENT"), "prod");

    @Option(names = {"-r", "--region"}, paramLabel = "REGION",
            description = "Region whose mesh is meant; each has routes of its own."
                    + " Default: $AWS_REGION, or eu-central-1.")
    private String region = orElse(System.getenv("AWS_REGION"), "eu-central-1");

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the AWS configuration.")
    private String profile;

    @Option(names = "--endpoint", paramLabel = "URL",
            description = "One address for all of AWS, for a simulator. Default: $TANDEM_AWS_ENDPOINT, or AWS itself.")
    private URI endpoint = System.getenv("TANDEM_AWS_ENDPOINT") == null ? null
            : URI.create(System.getenv("TANDEM_AWS_ENDPOINT"));

    @Option(names = "--json", description = "Answers in JSON, for a machine.")
    private boolean json;

    private static String orElse(String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value;
    }

    String environment() {
        return environment;
    }

    String region() {
        return region;
    }

    boolean json() {
        return json;
    }

    AwsAccess access() {
        return new AwsAccess(region, Optional.ofNullable(profile), Optional.ofNullable(endpoint));
    }
}
