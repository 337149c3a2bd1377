package dev.tandem.policies.keys;

import dev.tandem.policies.Settings;
import dev.tandem.policies.encryption.Secrets;
import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Secrets change within 90 days, by a rotation of their own. One finding names all that do not, since who changes them is
 * one decision; names under {@code rotatedByOwner} are left out.
 */
public final class SecretRotation implements StackCheck {

    private static final long MOST_DAYS = 90;
    private static final List<String> ROTATIONS = List.of("aws:secretsmanager/secretRotation:SecretRotation",
            "aws:secretsmanager/rotationSchedule:RotationSchedule");

    @Override
    public void check(StackContext context) {
        List<Resource> rotations = ROTATIONS.stream().flatMap(type -> context.graph().ofType(type).stream()).toList();
        List<String> byOwner = Settings.texts(context, "rotatedByOwner").orElse(List.of());
        List<String> never = new ArrayList<>();
        context.each(context.graph().ofType("aws:secretsmanager/secret:Secret"), secret -> {
            Link link = Links.strongest(rotations, "secretId", secret);
            if (link == Link.MAYBE) {
                context.undecided(secret.properties(), "a rotation exists, for which secret cannot be told");
            } else if (link == Link.NO && secret.get("rotationLambdaArn").isMissing() && !byOwner.contains(secret.name())) {
                never.add(secret.name());
            }
        });
        if (!never.isEmpty()) {
            context.violation("rotation", "nothing changes " + String.join(", ", never) + ", expected a SecretRotation of 90 days or"
                    + " less, or an owner who does");
        }
        context.each(rotations, rotation -> {
            Property days = First.of(rotation.properties(), "rotationRules[0].automaticallyAfterDays");
            if (days.integerOr(0) > MOST_DAYS) {
                context.violation(rotation, days, "found a rotation after " + days.integerOr(0) + " days, expected " + MOST_DAYS
                        + " or less");
            }
        });
    }
}
