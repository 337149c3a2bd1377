package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Threat detection looks at all it can: objects, clusters, disks, functions, databases; and at new accounts. */
public final class DetectionSources {

    private static final String DETECTOR = "aws:guardduty/detector:Detector";
    private static final String BLIND = "threats there are not looked for";
    private static final String SCANS = "holes in what new accounts run are not looked for";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            notOff(DETECTOR, BLIND, "datasources[0].s3Logs[0].enable", "dataSources.s3Logs.enable"),
            notOff(DETECTOR, BLIND, "datasources[0].kubernetes[0].auditLogs[0].enable", "dataSources.kubernetes.auditLogs.enable"),
            notOff(DETECTOR, BLIND, "datasources[0].malwareProtection[0].scanEc2InstanceWithFindings[0].ebsVolumes[0].enable",
                    "dataSources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes"),
            matching(DETECTOR, BLIND, "ENABLED", "ENABLED", "status").inEach("features"),
            matching("aws:guardduty/detectorFeature:DetectorFeature", BLIND, "ENABLED", "ENABLED", "status"),
            matching("aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature", BLIND, "ALL|NEW", "ALL",
                    "autoEnable"),
            on("aws:inspector2/organizationConfiguration:OrganizationConfiguration", SCANS, "autoEnable[0].ec2"),
            on("aws:inspector2/organizationConfiguration:OrganizationConfiguration", SCANS, "autoEnable[0].ecr"),
            scans("EC2"), scans("ECR"), scans("LAMBDA"));

    private DetectionSources() {}

    private static Demand scans(String what) {
        return of("aws:inspector2/enabler:Enabler", "holes there are not looked for", "EC2, ECR and LAMBDA",
                types -> types.isUnknown() || types.strings().contains(what), "resourceTypes");
    }
}
