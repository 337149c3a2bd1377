package dev.tandem.components.tokens;

import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.functions.ImageFunction;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.IdentityAccess;
import dev.tandem.components.mesh.IdentityNames;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.service.ServiceNames;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The rotation of a service's signing keys, decided before AWS is asked. Plain data. The parameters are the function's: no program
 * declares them, so no key passes through a plan or a state.
 *
 * @param function    physical name of the function, at most 64 characters
 * @param image       what it runs, in the region's registry
 * @param role        what it may do
 * @param environment its variables
 * @param schedule    how often it runs; a run does what is due, which is a new key each day
 * @param ruleArn     ARN of the schedule's rule, known before it exists
 */
public record SigningKeysPlan(
        String service, String function, String image, RolePlan role, Map<String, String> environment, String schedule, String ruleArn) {

    private static final int LOG_DAYS = 30;

    /** Megabytes: a Java run time with a client of Systems Manager. */
    private static final int MEMORY_MIB = 512;

    /** Seconds; a run makes three calls. */
    private static final int TIMEOUT_SECONDS = 60;

    /**
     * Plans the rotation of a service's keys.
     *
     * @param roles   project, environment, region, account and boundary
     * @param service the service that signs
     * @param image   of the function
     */
    public static SigningKeysPlan of(FunctionRoles roles, String service, ImageRef image) {
        String prefix = roles.project() + "-" + roles.environment();
        String function = prefix + "-" + service + "-keys";
        String signing = roles.arn("ssm", "parameter" + ServiceNames.signingKeys(roles.project(), roles.environment(), service));
        String known = roles.arn("ssm", "parameter" + ServiceNames.publicKeys(roles.project(), roles.environment(), service));
        RolePlan role = roles.of(function, "Rotates the keys that " + service + " signs tokens with",
                ExchangePlan.deadLetters(roles.project(), roles.environment()),
                Statement.allow("RotateSigningKeys").actions("ssm:GetParameter", "ssm:PutParameter").resources(signing).build(),
                Statement.allow("PublishPublicKeys").actions("ssm:PutParameter").resources(known).build(),
                IdentityAccess.parameterKey("EncryptSigningKeys",
                        new IdentityNames(roles.project(), roles.environment(), roles.region(), roles.accountId()),
                        signing, "kms:Decrypt", "kms:Encrypt"));
        Map<String, String> environment = new TreeMap<>(Map.of(
                "TANDEM_PREFIX", "/" + roles.project() + "/" + roles.environment(),
                "TANDEM_DATA_KEY", KeyAlias.data(roles.project(), roles.environment())));
        return new SigningKeysPlan(service, function, image.in(roles.accountId(), roles.region()), role,
                Collections.unmodifiableMap(environment), "rate(1 hour)", roles.arn("events", "rule/" + function));
    }

    /** The function; one at a time: two runs that made a key at once would publish one and sign with the other. */
    ImageFunction runs() {
        return new ImageFunction(function, "Rotates the keys that " + service + " signs tokens with", image, MEMORY_MIB, TIMEOUT_SECONDS,
                OptionalInt.of(1), environment, role, logGroup(), LOG_DAYS);
    }

    /** Log group of the function. */
    public String logGroup() {
        return "/aws/lambda/" + function;
    }
}
