package dev.tandem.infra.config;

import dev.tandem.components.pipeline.BuildServer;
import dev.tandem.components.pipeline.BuildServer.Server;
import dev.tandem.components.pipeline.PipelineArgs;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.StackConfig.Role;
import dev.tandem.infra.config.keys.Patterns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code tandem:pipeline}: whose jobs get roles. */
final class PipelineReader {

    private static final Expected SHAPE = new Expected("an object of server, repository, environment and more",
            "{server: github, repository: acme/platform, environment: production}");
    private static final Expected SECONDARY = new Expected(
            "it in the secondary's stack only, which owns what both regions share: roles are global", "no tandem:pipeline here");

    private PipelineReader() {}

    /** Nothing by default. Role, regions and account are {@code null} where they are unusable; {@code rollouts}: ECS rolls a service out. */
    static Optional<PipelineArgs> read(Section tandem, Role role, String region, String peer, String account, boolean rollouts) {
        if (!tandem.has("pipeline")) {
            return Optional.empty();
        }
        int before = tandem.problemCount();
        Section section = tandem.object("pipeline", SHAPE);
        if (section == null) {
            return Optional.empty();
        }
        if (role == Role.PRIMARY) {
            tandem.problem("pipeline", "roles of a pipeline in the primary's stack", SECONDARY);
        }
        String server = section.text("server", "github|gitlab", new Expected("github or gitlab", "github"));
        Server kind = server == null ? Server.GITLAB : Server.valueOf(server.toUpperCase(Locale.ROOT));
        String host = optional(section, "host", Patterns.ISSUER, "the host of an own GitLab", "gitlab.example.com").orElse(kind.usualHost());
        if (section.has("host") && kind == Server.GITHUB) {
            section.problem("host", section.show("host"), new Expected("only with server gitlab: GitHub's tokens have one issuer", "no host"));
        }
        String repository = section.text("repository", kind == Server.GITHUB ? Patterns.GITHUB_REPOSITORY : Patterns.GITLAB_PROJECT,
                new Expected(kind == Server.GITHUB ? "OWNER/NAME, no wildcards" : "GROUP/NAME, with all groups, no wildcards", "acme/platform"));
        String branch = optional(section, "branch", Patterns.BRANCH, "a branch, no wildcards", "main").orElse("main");
        String environment = section.text("environment", Patterns.BUILD_ENVIRONMENT,
                new Expected("the environment's name at the build server, lower case, not push", "production"));
        Boolean pushes = section.flag("push", true);
        Optional<String> provider = optional(section, "providerArn", Patterns.oidcProvider(account),
                "the ARN of the account's OpenID Connect provider", "arn:aws:iam::111122223333:oidc-provider/gitlab.com");
        Optional<String> bucket = optional(section, "stateBucketArn", Patterns.BUCKET, "the ARN of an S3 bucket", "arn:aws:s3:::acme-pulumi-state");
        Optional<String> key = optional(section, "stateKeyArn", Patterns.key(account), "the ARN of a KMS key",
                "arn:aws:kms:eu-central-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
        section.rejectUnknown();
        if (tandem.problemCount() > before || region == null || peer == null) {
            return Optional.empty();
        }
        return Optional.of(new PipelineArgs(new BuildServer(kind, host, repository, branch), List.of(peer, region), environment, pushes,
                provider, bucket, key, rollouts));
    }

    private static Optional<String> optional(Section section, String key, String pattern, String expected, String example) {
        return section.has(key) ? Optional.ofNullable(section.text(key, pattern, new Expected(expected, example))) : Optional.empty();
    }
}
