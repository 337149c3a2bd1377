package dev.tandem.infra.config;

import dev.tandem.components.foundation.FoundationPlan;
import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.List;

/** Reads {@code tandem:identity}. */
final class IdentityReader {

    private static final String ISSUER = "mesh-issuer";
    private static final Expected SHAPE = new Expected(
            "an object of issuerImage, trustDomain and caKeys", "{issuerImage: tandem/prod/mesh-issuer:0.1.0}");
    private static final Expected KEYS =
            new Expected("names of the CA's KMS keys, 1 to 12 lower-case letters and digits each; new CAs get the last", "[a]");

    private IdentityReader() {}

    /** The trust domain is that of the declared routes, unless it is said. */
    static StackConfig.Identity read(Section tandem, String environment) {
        Section identity = tandem.object("identity", SHAPE);
        if (identity == null || environment == null) {
            return null;
        }
        String repository = FoundationPlan.repositoryName(StackConfig.PROJECT, environment, ISSUER);
        String image = Images.read(identity, "issuerImage", repository, repository + ":0.1.0");
        String trustDomain = DeclaredRoutes.trustDomain(StackConfig.PROJECT, environment);
        if (identity.has("trustDomain")) {
            trustDomain = identity.text("trustDomain", Patterns.TRUST_DOMAIN,
                    new Expected("a lower-case DNS name of two labels or more, the same in both regions", trustDomain));
        }
        List<String> keys = List.of("a");
        if (identity.has("caKeys")) {
            keys = identity.texts("caKeys", key -> key.matches(Patterns.CA_KEY), KEYS);
        }
        identity.rejectUnknown();
        return image == null || trustDomain == null || keys == null ? null : new StackConfig.Identity(trustDomain, image, keys);
    }
}
