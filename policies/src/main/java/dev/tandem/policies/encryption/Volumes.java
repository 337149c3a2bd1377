package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Block storage is encrypted: volumes, disks of instances and launch templates, copies of snapshots and images. */
public final class Volumes implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ebs/volume:Volume", "aws:ebs/snapshotCopy:SnapshotCopy", "aws:ec2/amiCopy:AmiCopy",
        "aws:ebs/snapshotImport:SnapshotImport", "aws:ebs/encryptionByDefault:EncryptionByDefault", "aws:ec2/instance:Instance",
        "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/spotInstanceRequest:SpotInstanceRequest", "aws:ec2/spotFleetRequest:SpotFleetRequest",
        "aws:ecs/service:Service",
    };

    private static final String WRONG = "block storage is not encrypted";

    @Override
    public void check(ResourceContext context) {
        switch (AwsTypes.canonical(context.resource().type())) {
            case "aws:ebs/encryptionByDefault:EncryptionByDefault" ->
                Expect.notOff(context, "new volumes of the account are not encrypted", "enabled");
            case "aws:ec2/launchTemplate:LaunchTemplate" ->
                disks(context, First.of(context.resource(), "blockDeviceMappings", "launchTemplateData.blockDeviceMappings"), "ebs[0]");
            case "aws:ec2/spotFleetRequest:SpotFleetRequest" ->
                context.attempt(() -> context.each(context.get("launchSpecifications").items(), machine -> {
                    disks(context, machine.at("rootBlockDevices"), "");
                    disks(context, machine.at("ebsBlockDevices"), "");
                }));
            case "aws:ec2/instance:Instance", "aws:ec2/launchConfiguration:LaunchConfiguration",
                    "aws:ec2/spotInstanceRequest:SpotInstanceRequest" -> {
                if (First.nothing(context.get("blockDeviceMappings"))) {
                    context.attempt(() -> root(context));
                }
                disks(context, context.get("ebsBlockDevices"), "");
                disks(context, context.get("blockDeviceMappings"), "ebs[0]");
            }
            case "aws:ecs/service:Service" -> ofTasks(context);
            default -> Expect.on(context, WRONG, "encrypted");
        }
    }

    private static void ofTasks(ResourceContext context) {
        Property volumes = First.of(context.resource(), "volumeConfiguration", "volumeConfigurations");
        if (First.nothing(volumes)) {
            context.notApplicable("tasks get no volumes of their own");
        }
        context.attempt(() -> context.each(volumes.items(), volume -> {
            Property encrypted = volume.at("managedEbsVolume[0].encrypted");
            if (!encrypted.boolOr(false)) {
                Expect.report(context, encrypted, WRONG, "true");
            }
        }));
    }

    private static void root(ResourceContext context) {
        Property root = context.get("rootBlockDevice");
        Property encrypted = root.isUnknown() ? root : root.at("[0].encrypted");
        if (!encrypted.boolOr(false)) {
            Expect.report(context, encrypted, WRONG, "true");
        }
    }

    private static void disks(ResourceContext context, Property list, String below) {
        context.attempt(() -> context.each(list.items(), disk -> {
            Property ebs = below.isEmpty() ? disk : disk.at(below);
            boolean physical = ebs.isMissing() && !below.isEmpty();
            if (!physical && !ebs.at("encrypted").boolOr(false)) {
                String name = disk.at("deviceName").isKnown() ? disk.at("deviceName").stringOr("") : "";
                context.violation(ebs.at("encrypted"), "disk::" + name, WRONG + ": disk " + name + " has "
                        + ebs.at("encrypted") + ", expected true");
            }
        }));
    }
}
