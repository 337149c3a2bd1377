package dev.tandem.policies;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackFactory;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.policy.waiver.WaiverFile;
import dev.tandem.policy.waiver.Waivers;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pack {@code eu-compliance}: what teams in two EU regions must, and should, keep to. */
public final class EuCompliance implements PackFactory {

    public static final String NAME = "eu-compliance";
    public static final String VERSION = "0.1.0";

    /** Waivers, in the folder of the program; docs/policy-sdk/waivers.md. None without the file. */
    private static final Path WAIVERS = Path.of("waivers.yaml");

    /** Findings that were there when a project adopted the pack, beside them. */
    private static final Path BASELINE = Path.of("baseline.txt");

    @Override
    public Pack create(StackInfo stack) {
        Pack.Builder pack = Pack.named(NAME, VERSION)
                .displayName("EU compliance")
                .description("Residency, least privilege, encryption, audit and cost for AWS in the EU.")
                .defaultLevel(EnforcementLevel.ADVISORY)
                .typeNormalizer(AwsTypes::canonical)
                .rules(Mended.rules(Catalogue.rules(), stack));
        if (Files.exists(WAIVERS) || Files.exists(BASELINE)) {
            pack.waivers(Waivers.of(WaiverFile.read(WAIVERS)).withBaseline(Baseline.read(BASELINE)));
        }
        return pack.build();
    }
}
