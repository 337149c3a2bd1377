package dev.tandem.cli;

import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.DidYouMean;
import dev.tandem.ops.access.AwsAccess;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.regions.Region;

/** Options of every command that talks to AWS. */
final class OperatorOptions {

    /** First part of all physical names. */
    static final String PROJECT = "tandem";

    /** The two regions: the one that serves normally, the one that survives. */
    static final List<String> PAIR = List.of("eu-central-1", "eu-west-1");

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private static String orElse(String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value;
    }

    String environment() {
        return environment;
    }

    /** {@code PROJECT-ENVIRONMENT}: the cluster's name, and with what other physical names begin. */
    String prefix() {
        return PROJECT + "-" + environment;
    }

    /** Name of the target group of a service's stable version. */
    String stable(String service) {
        return environment + "-" + service + "-stable";
    }

    /** Names of the target groups that a service's requests may be in: ECS moves them to a second one and back. */
    List<String> targetGroups(RouteDocument document) {
        String stable = stable(document.service());
        return document.rolledOutBy() == RolledOutBy.ECS ? List.of(stable, environment + "-" + document.service() + "-green") : List.of(stable);
    }

    /** @throws ParameterException when AWS has no such region; suggests the nearest */
    String region() {
        List<String> known = Region.regions().stream().map(Region::id).sorted().toList();
        if (!known.contains(region)) {
            String hint = DidYouMean.hint(region, PAIR);
            throw new ParameterException(command.commandLine(), "--region: found '" + region + "', expected one of " + PAIR + hint);
        }
        return region;
    }

    /** The same options, for another region. */
    OperatorOptions in(String other) {
        OperatorOptions same = new OperatorOptions();
        same.environment = environment;
        same.region = other;
        same.profile = profile;
        same.endpoint = endpoint;
        same.json = json;
        same.command = command;
        return same;
    }

    /** Access to another region. */
    AwsAccess access(String other) {
        return new AwsAccess(other, Optional.ofNullable(profile), Optional.ofNullable(endpoint));
    }

    boolean json() {
        return json;
    }

    AwsAccess access() {
        return access(region());
    }
}
