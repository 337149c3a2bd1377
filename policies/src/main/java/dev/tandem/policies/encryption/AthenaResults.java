package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.named;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;

/** Query results are encrypted, whatever a client asks for. */
public final class AthenaResults {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named("aws:athena/database:Database", "query results are not encrypted", "SSE_KMS or SSE_S3",
                    "encryptionConfiguration[0].encryptionOption"),
            named("aws:athena/workgroup:Workgroup", "query results are not encrypted", "SSE_KMS or SSE_S3",
                    "configuration[0].resultConfiguration[0].encryptionConfiguration[0].encryptionOption",
                    "workGroupConfiguration.resultConfiguration.encryptionConfiguration.encryptionOption")
                    .onlyIf(p -> !managed(p)),
            notOff("aws:athena/workgroup:Workgroup", "a client may choose results without encryption",
                    "configuration[0].enforceWorkgroupConfiguration", "workGroupConfiguration.enforceWorkGroupConfiguration"));

    private AthenaResults() {}

    /** Results that Athena keeps itself are always encrypted. */
    private static boolean managed(Property workgroup) {
        return workgroup.at("configuration[0].managedQueryResultsConfiguration[0].enabled").boolOr(false);
    }
}
