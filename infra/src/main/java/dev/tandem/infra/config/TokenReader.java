package dev.tandem.infra.config;

import dev.tandem.components.foundation.FoundationPlan;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.service.TokenKeys;
import dev.tandem.infra.config.Section.Expected;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whether a service signs tokens, and whose it verifies. */
final class TokenReader {

    private TokenReader() {}

    /** @param others names of the other services, whose tokens it may verify */
    static TokenKeys read(Section section, String name, String environment, Set<String> others) {
        TokenKeys keys = TokenKeys.NONE;
        String repository = FoundationPlan.repositoryName(StackConfig.PROJECT, environment, name + "-keys");
        if (section.has("signingKeys")) {
            Section signing = section.object("signingKeys", new Expected(
                    "an object of rotationImage", "{rotationImage: " + repository + ":1.0.0}"));
            if (signing != null) {
                String image = Images.read(signing, "rotationImage", repository, repository + ":1.0.0");
                signing.rejectUnknown();
                keys = Optional.ofNullable(image).map(ImageRef::parse).map(TokenKeys::rotatedBy).orElse(keys);
            }
        }
        if (section.has("verifiesTokensOf")) {
            List<String> signers = section.texts("verifiesTokensOf", others::contains,
                    new Expected("names of other services in tandem:services " + others, "[" + String.join(", ", others) + "]"));
            keys = signers == null ? keys : keys.verifying(signers);
        }
        return keys;
    }
}
