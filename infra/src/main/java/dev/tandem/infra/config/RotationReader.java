package dev.tandem.infra.config;

import dev.tandem.components.service.SecretSource.Rotation;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.Optional;

/** Reads how a service's secret is rotated. */
final class RotationReader {

    private static final Expected SHAPE = new Expected("an object of functionArn and days",
            "{functionArn: \"arn:aws:lambda:eu-west-1:111122223333:function:rotate-auth\", days: 30}");

    private RotationReader() {}

    /** @param secret whether the service has one */
    static Optional<Rotation> read(Section service, StackConfig.Role role, boolean secret) {
        if (!service.has("secretRotation")) {
            return Optional.empty();
        }
        if (!secret || role == StackConfig.Role.PRIMARY) {
            service.problem("secretRotation", secret ? "a rotation in the primary's stack" : "a rotation, but no secret",
                    new Expected("secret: true, and the rotation in the secondary's stack alone, which owns secrets",
                            SHAPE.example()));
        }
        Section rotation = service.object("secretRotation", SHAPE);
        if (rotation == null) {
            return Optional.empty();
        }
        String function = rotation.text("functionArn", Patterns.ROTATION_FUNCTION,
                new Expected("the ARN of a function that rotates the secret", SHAPE.example()));
        Integer days = rotation.integer("days", 1, 1000, "days between two rotations", 30, 30);
        rotation.rejectUnknown();
        return function == null || days == null ? Optional.empty() : Optional.of(new Rotation(function, days));
    }
}
