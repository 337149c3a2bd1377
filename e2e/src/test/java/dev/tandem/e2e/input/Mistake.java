package dev.tandem.e2e.input;

import java.util.List;

/**
 * A mistake in the primary's configuration: exit 2, and a message that names file, key, what was found, what was
 * expected, and an example.
 *
 * @param before what the file has
 * @param after what stands there instead
 * @param texts what the message must hold
 */
record Mistake(String name, String before, String after, List<String> texts) {

    static final List<Mistake> ALL = List.of(
            of("a missing key", "  tandem:costOwner: platform\n", "",
                    "tandem:costOwner", "found:    nothing", "expected: who pays", "example:  platform"),
            of("a mistyped key", "tandem:costCeilingEur: 100", "tandem:costCeilingEur: cheap",
                    "tandem:costCeilingEur", "found:    \"cheap\"", "a number from 1 to 10000", "example:  100"),
            of("an unknown key", "  tandem:costOwner: platform\n", "  tandem:costOwner: platform\n  tandem:costOwnr: x\n",
                    "tandem:costOwnr", "did you mean tandem:costOwner?", "expected: one of", "example:"),
            of("a range that is too small", "cidr: 10.20.0.0/16", "cidr: 10.20.0.0/26",
                    "tandem:network.cidr", "10.20.0.0/26 has 64 addresses", "at least 1024", "example:  10.20.0.0/16"),
            of("a range that overlaps the other region's", "    cidr: 10.20.0.0/16\n", "    cidr: 10.30.0.0/17\n",
                    "tandem:peer.cidr", "10.30.0.0/16, which overlaps tandem:network.cidr 10.30.0.0/17",
                    "expected: a range that shares no address", "example:"),
            of("a region that is not allowed", "aws:region: eu-central-1", "aws:region: us-east-1",
                    "aws:region", "found:    \"us-east-1\"", "[eu-central-1, eu-west-1]", "example:  eu-central-1"),
            of("an image without tag or digest", "image: tandem/prod/auth:1.0.0", "image: tandem/prod/auth",
                    "tandem:services.auth.image", "found:    \"tandem/prod/auth\"", "with a tag (not latest) or a digest", "example:"),
            of("a path claimed twice", "path: /api/persona", "path: /api/auth",
                    "tandem:services.persona.path", "which tandem:services.auth.path claims as well", "example:  /api/persona"),
            of("a negative weight", "primaryWeight: 100", "primaryWeight: -5",
                    "tandem:failover.primaryWeight", "found:    -5", "from 1 to 255", "example:  100"),
            of("an absurd weight", "primaryWeight: 100", "primaryWeight: 100000",
                    "tandem:failover.primaryWeight", "found:    100000", "from 1 to 255", "example:  100"),
            of("an absurd port", "      path: /api/auth\n", "      path: /api/auth\n      port: 70000\n",
                    "tandem:services.auth.port", "found:    70000", "from 1024 to 65535", "example:  8080"),
            of("a negative number of tasks", "      minTasks: 2\n", "      minTasks: -2\n",
                    "tandem:services.auth.minTasks", "found:    -2", "from 1 to 8", "example:"),
            of("an absurd number of tasks", "      maxTasks: 4\n      callers: [persona]",
                    "      maxTasks: 4000\n      callers: [persona]",
                    "tandem:services.auth.maxTasks", "found:    4000", "from 1 to 8", "example:"),
            of("a size that Fargate does not have", "      path: /api/auth\n",
                    "      path: /api/auth\n      cpu: 512\n      memory: 9000\n",
                    "tandem:services.auth.memory", "found:    9000 with cpu 512", "[1024, 2048, 3072, 4096]", "example:  1024"),
            of("a certificate of another region", "arn:aws:acm:eu-central-1:", "arn:aws:acm:eu-west-1:",
                    "tandem:certificateArn", "found:    \"arn:aws:acm:eu-west-1:", "an ACM certificate of account 111122223333 in"
                            + " eu-central-1"),
            of("a boundary of another account", "  tandem:permissionsBoundaryArn:", "  tandem:accountId: \"999988887777\"\n"
                            + "  tandem:permissionsBoundaryArn:",
                    "tandem:permissionsBoundaryArn", "found:    \"arn:aws:iam::111122223333:policy/tandem-boundary\"",
                    "an IAM policy of account 999988887777"),
            of("a secret by value", "      secret: true\n      table: true\n    persona:",
                    "      secret: hunter2\n      table: true\n    persona:",
                    "tandem:services.auth.secret", "expected: true or false"),
            of("more tasks by day than there may be", "        tasks: 2\n", "        tasks: 8\n",
                    "persona", "8", "4"),
            of("a way out that does not exist", "    endpointAvailabilityZones: 1\n", "    egress: nat\n",
                    "tandem:network.egress", "found:    \"nat\"", "one of [endpoints, isolated, nat-single, nat-per-az]"));

    private static Mistake of(String name, String before, String after, String... texts) {
        return new Mistake(name, before, after, List.of(texts));
    }

    @Override
    public String toString() {
        return name;
    }
}
