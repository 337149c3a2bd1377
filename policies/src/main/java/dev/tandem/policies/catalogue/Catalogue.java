package dev.tandem.policies.catalogue;

import dev.tandem.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Every rule of the pack, family by family. Building it reads no file and scans nothing. */
public final class Catalogue {

    private Catalogue() {}

    /** All rules, in the order of the pages' index. */
    public static List<Rule> rules() {
        List<Rule> all = new ArrayList<>();
        all.addAll(ResidencyRules.rules());
        all.addAll(IamRules.rules());
        all.addAll(LeastPrivilegeRules.rules());
        all.addAll(IdentityRules.rules());
        all.addAll(ExposureRules.rules());
        all.addAll(SharingRules.rules());
        all.addAll(EdgeRules.rules());
        all.addAll(NetworkRules.rules());
        all.addAll(ReachabilityRules.rules());
        all.addAll(NetworkUpkeepRules.rules());
        all.addAll(EncryptionRules.rules());
        all.addAll(AtRestRules.rules());
        all.addAll(CustomerKeyRules.rules());
        all.addAll(DataServiceRules.rules());
        all.addAll(TransitRules.rules());
        all.addAll(AuditRules.rules());
        all.addAll(ServiceLogRules.rules());
        all.addAll(ContainerRules.rules());
        all.addAll(MeshRules.rules());
        all.addAll(ResilienceRules.rules());
        all.addAll(AvailabilityRules.rules());
        all.addAll(ServiceCareRules.rules());
        all.addAll(NameRules.rules());
        all.addAll(StoredDataRules.rules());
        all.addAll(PlatformRules.rules());
        all.addAll(CostRules.rules());
        all.addAll(LifecycleRules.rules());
        return List.copyOf(all);
    }
}
