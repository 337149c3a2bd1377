package dev.tandem.infra.config;

import dev.tandem.components.foundation.FoundationPlan;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.Staging;
import dev.tandem.components.service.StagingPlan;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code tandem:staging}: trials of services, which the pipeline makes and takes away again. */
final class StagingReader {

    private static final Expected SHAPE = new Expected("an object of services to try out, and optionally host and boundaryArn",
            "{services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}}");
    private static final String BOUNDARY = "arn:aws:iam::111122223333:policy/tandem-staging-boundary";

    private StagingReader() {}

    /**
     * The trials; none without the key. Account, region, public name and what exists are {@code null} where they are unusable.
     *
     * @param publicName name under which production is reached
     * @param existing   what the account has: in its zone the host is proven, unless production's certificate is given
     * @param production the region's services
     */
    static List<MeshServiceArgs> read(Section tandem, AccountReader.Account account, String environment, String region,
            String publicName, Existing existing, List<MeshServiceArgs> production) {
        if (!tandem.has("staging")) {
            return List.of();
        }
        Section staging = tandem.object("staging", SHAPE);
        if (staging == null) {
            return List.of();
        }
        int before = tandem.problemCount();
        String label = !staging.has("host") ? "stg" : staging.text("host", "[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?",
                new Expected("the first label of staging's host, below the public name", "stg"));
        String boundary = !staging.has("boundaryArn") ? null : staging.text("boundaryArn",
                Patterns.policy(account == null ? null : account.id()),
                new Expected("the ARN of an IAM policy of this account, another than production's", BOUNDARY));
        if (boundary != null && account != null && boundary.equals(account.boundaryArn())) {
            staging.problem("boundaryArn", "production's own boundary",
                    new Expected("another policy: trials never have production's rights", BOUNDARY));
        }
        Map<String, ImageRef> canaries = new TreeMap<>();
        Map<String, ImageRef> images = images(staging, environment, production, canaries);
        staging.rejectUnknown();
        if (tandem.problemCount() > before || account == null || environment == null || region == null || publicName == null
                || existing == null) {
            return List.of();
        }
        String arn = boundary != null ? boundary : "arn:aws:iam::" + account.id() + ":policy/" + StackConfig.PROJECT + "-"
                + environment + "-staging-boundary-" + region;
        try {
            return StagingPlan.of(production, new Staging(label + "." + publicName, arn, boundary == null,
                    existing.hostedZoneId().filter(zone -> !tandem.has("certificateArn"))), images, canaries);
        } catch (IllegalArgumentException refused) {
            tandem.problem("staging", refused.getMessage(), SHAPE);
            return List.of();
        }
    }

    private static Map<String, ImageRef> images(
            Section staging, String environment, List<MeshServiceArgs> production, Map<String, ImageRef> canaries) {
        Map<String, ImageRef> images = new TreeMap<>();
        Section services = staging.object("services", SHAPE);
        if (services == null) {
            return images;
        }
        List<String> known = production.stream().map(MeshServiceArgs::name).toList();
        services.objects(SHAPE).forEach((name, section) -> {
            if (!known.contains(name)) {
                services.problem(name, "the name \"" + name + "\"",
                        new Expected("one of the region's services " + known, known.isEmpty() ? "auth" : known.get(0)));
                return;
            }
            String repository = FoundationPlan.repositoryName(StackConfig.PROJECT, environment == null ? "prod" : environment, name);
            String image = Images.read(section, "image", repository, repository + ":1.5.0");
            String canary = section.has("canaryImage") ? Images.read(section, "canaryImage", repository, repository + ":1.6.0") : null;
            section.rejectUnknown();
            if (image != null) {
                images.put(name, ImageRef.parse(image));
            }
            if (canary != null) {
                canaries.put(name, ImageRef.parse(canary));
            }
        });
        if (services.keys().isEmpty()) {
            staging.problem("services", "no service", new Expected("at least one to try out", SHAPE.example()));
        }
        return images;
    }
}
