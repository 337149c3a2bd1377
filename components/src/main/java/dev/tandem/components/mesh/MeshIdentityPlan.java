package dev.tandem.components.mesh;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything about a region's identities that is decided before AWS is asked. Plain data.
 *
 * @param names         physical names
 * @param args          what it was made from
 * @param role          the issuer's role
 * @param caKeyPolicy   policy of the CA's keys (JSON)
 * @param environment   the issuer's environment variables
 * @param schedule      how often it runs
 * @param ageAlarmHours age of an identity at which an alarm goes off, hours
 */
public record MeshIdentityPlan(
        IdentityNames names,
        MeshIdentityArgs args,
        RolePlan role,
        String caKeyPolicy,
        Map<String, String> environment,
        String schedule,
        int ageAlarmHours) {

    /** Renewal is due at 12 h: two hourly runs may fail before somebody is called. */
    private static final int AGE_ALARM_HOURS = 14;

    /**
     * Plans a region's identities.
     *
     * @param boundaryArn   permissions boundary of the role
     * @param alarmTopicArn topic that hears of events which failed
     */
    public static MeshIdentityPlan of(IdentityNames names, MeshIdentityArgs args, String boundaryArn, String alarmTopicArn) {
        return new MeshIdentityPlan(names, args, role(names, args, boundaryArn, alarmTopicArn), caKeyPolicy(names).toJson(),
                variables(names, args), "rate(1 hour)", AGE_ALARM_HOURS);
    }

    /** Alias of the key that new CAs get. */
    public String currentCaAlias() {
        return names.caAlias(args.caKeys().get(args.caKeys().size() - 1));
    }

    /** Policy of the queue for events that did not reach the issuer (JSON): only the schedule may write. */
    public String queuePolicy() {
        return PolicyDocument.resource(Statement.allow("UndeliveredEvents")
                .services("events.amazonaws.com")
                .actions("sqs:SendMessage")
                .resources(names.undeliveredArn())
                .when(Condition.onBehalfOf(names.accountId(), names.ruleArn()))
                .build(),
                Statement.deny("DenyPlaintext")
                        .awsPrincipals("*")
                        .actions("sqs:SendMessage")
                        .resources(names.undeliveredArn())
                        .when(Condition.bool("aws:SecureTransport", false))
                        .build()).toJson();
    }

    private static Map<String, String> variables(IdentityNames names, MeshIdentityArgs args) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("TANDEM_PROJECT", names.project());
        variables.put("TANDEM_ENVIRONMENT", names.environment());
        variables.put("TANDEM_TRUST_DOMAIN", args.trustDomain());
        variables.put("TANDEM_PEER_REGION", args.peerRegion());
        variables.put("TANDEM_SERVICES", String.join(",", args.services()));
        variables.put("TANDEM_CA_KEY", names.caAlias(args.caKeys().get(args.caKeys().size() - 1)));
        variables.put("TANDEM_DATA_KEY", KeyAlias.data(names.project(), names.environment()));
        variables.put("TANDEM_ISSUER_ROLE", names.role());
        return Collections.unmodifiableMap(variables);
    }

    /**
     * Administrators manage the key and cannot sign. One role signs, with one algorithm. The role is named by a condition: a
     * principal would have to exist before the key, and would be lost with the role.
     */
    private static PolicyDocument caKeyPolicy(IdentityNames names) {
        String root = "arn:aws:iam::" + names.accountId() + ":root";
        return PolicyDocument.resource(
                Statement.allow("Administration")
                        .awsPrincipals(root)
                        .actions("kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey",
                                "kms:EnableKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListKeyPolicies",
                                "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource",
                                "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription")
                        .anyResource()
                        .build(),
                Statement.allow("IssuerSigns")
                        .awsPrincipals(root)
                        .actions("kms:Sign")
                        .anyResource()
                        .when(Condition.stringEquals("aws:PrincipalArn", names.roleArn()),
                                Condition.stringEquals("kms:SigningAlgorithm", "ECDSA_SHA_256"))
                        .build(),
                Statement.allow("IssuerReadsPublicKey")
                        .awsPrincipals(root)
                        .actions("kms:GetPublicKey")
                        .anyResource()
                        .when(Condition.stringEquals("aws:PrincipalArn", names.roleArn()))
                        .build());
    }

    private static RolePlan role(IdentityNames names, MeshIdentityArgs args, String boundaryArn, String alarmTopicArn) {
        String identities = names.svidArn("*");
        PolicyDocument issue = PolicyDocument.identity(
                Statement.allow("SignCertificates")
                        .actions("kms:GetPublicKey", "kms:Sign")
                        .resources("arn:aws:kms:" + names.region() + ":" + names.accountId() + ":key/*")
                        .when(new Condition("ForAnyValue:StringLike", "kms:ResourceAliases", List.of(names.caAlias("*"))))
                        .build(),
                Statement.allow("KeepIdentities")
                        .actions("ssm:GetParameter", "ssm:PutParameter")
                        .resources(identities, names.bundleArn())
                        .build(),
                Statement.allow("KeepAuthorities")
                        .actions("ssm:DeleteParameter", "ssm:GetParametersByPath", "ssm:PutParameter")
                        .resources(names.authoritiesArn(names.region()), names.authoritiesArn(names.region()) + "/*")
                        .build(),
                Statement.allow("ReadOtherAuthorities")
                        .actions("ssm:GetParametersByPath")
                        .resources(names.authoritiesArn(args.peerRegion()), names.authoritiesArn(args.peerRegion()) + "/*")
                        .build(),
                IdentityAccess.parameterKey("EncryptIdentities", names, identities, "kms:Decrypt", "kms:Encrypt"),
                Statement.allow("WriteLogs")
                        .actions("logs:CreateLogStream", "logs:PutLogEvents")
                        .resources("arn:aws:logs:" + names.region() + ":" + names.accountId() + ":log-group:" + names.logGroup()
                                + ":log-stream:*")
                        .build(),
                Statement.allow("TellOfFailedEvents")
                        .actions("sns:Publish")
                        .resources(alarmTopicArn)
                        .build(),
                KeyAlias.use(names.project(), names.environment(), names.region(), names.accountId(), List.of("sns"),
                        "kms:Decrypt", "kms:GenerateDataKey"));
        PolicyDocument trust = PolicyDocument.trustService("lambda.amazonaws.com", names.accountId(),
                "arn:aws:lambda:" + names.region() + ":" + names.accountId() + ":function:" + names.function());
        return new RolePlan(names.role(), "Issues the identities of the mesh: signs with the CA's key, keeps parameters",
                trust, Map.of("issue", issue), boundaryArn, Map.of());
    }
}
