package dev.tandem.components.mesh;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.Statement;
import java.util.List;

/** What a task may do with identities: read its own and the trust bundle, and no version of any other. Pure. */
public final class IdentityAccess {

    private static final String CONTEXT = "kms:EncryptionContext:PARAMETER_ARN";

    private IdentityAccess() {}

    /**
     * Statements for a task's role. The denial holds whatever else the role is given: old versions of a parameter hold keys
     * that may still be valid, and a path would list those of others.
     *
     * @param service name of the service
     */
    public static List<Statement> ofTask(IdentityNames names, String service) {
        return List.of(
                Statement.allow("ReadIdentity")
                        .actions("ssm:GetParameter")
                        .resources(names.svidArn(service), names.bundleArn())
                        .build(),
                parameterKey("DecryptIdentity", names, names.svidArn(service), "kms:Decrypt"),
                Statement.deny("NoOtherIdentities")
                        .actions("ssm:GetParameterHistory", "ssm:GetParametersByPath")
                        .resources("arn:aws:ssm:" + names.region() + ":" + names.accountId() + ":parameter/*")
                        .build());
    }

    /** Use of the customer key for certain parameters only. */
    public static Statement parameterKey(String sid, IdentityNames names, String parameterArn, String... actions) {
        return Statement.allow(sid)
                .actions(actions)
                .resources("arn:aws:kms:" + names.region() + ":" + names.accountId() + ":key/*")
                .when(
                        Condition.anyStringEquals("kms:ResourceAliases", KeyAlias.data(names.project(), names.environment())),
                        Condition.stringEquals("kms:ViaService", "ssm." + names.region() + ".amazonaws.com"),
                        parameterArn.endsWith("*")
                                ? Condition.stringLike(CONTEXT, parameterArn) : Condition.stringEquals(CONTEXT, parameterArn))
                .build();
    }
}
