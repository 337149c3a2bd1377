package dev.tandem.e2e.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.mutations.Mutation.Expected;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A primary stack that chooses providers besides {@code aws}: offline, without their plugins, the pack sees what they make. */
@Tag("e2e")
class ChoicesTest {

    private static final String FILE = "Pulumi." + Stacks.PRIMARY + ".yaml";
    private static final String VPC =
            "tandem:foundation:RegionalFoundation$tandem:network:AwsxNetwork$awsx:ec2:Vpc$aws:ec2/vpc:Vpc";

    private static ScratchClone clone;
    private static String before;

    @BeforeAll
    static void choose() throws IOException {
        clone = SharedClone.get();
        before = Files.readString(clone.root().resolve(FILE));
        clone.replace(FILE, "    endpointAvailabilityZones: 1\n",
                "    endpointAvailabilityZones: 1\n    egress: nat-single\n    module: awsx\n");
        clone.replace(FILE, "tandem:costCeilingEur: 100", "tandem:costCeilingEur: 200");
    }

    @AfterAll
    static void putBack() {
        clone.write(FILE, before);
    }

    private static Tandem.Report preview() {
        Run.Finished finished = new Tandem(clone).run("preview", "--stack", Stacks.PRIMARY, "--format", "json");
        try {
            return new Tandem.Report(finished.exit(), finished.text(), new ObjectMapper().readTree(finished.out()));
        } catch (IOException none) {
            throw new AssertionError(finished.text(), none);
        }
    }

    private static String urn(String afterTheProject) {
        return "urn:pulumi:" + Stacks.PRIMARY + "::tandem::" + afterTheProject;
    }

    @Test
    void whatThePackFindsInsideOfAwsxIsAdviceAndThePriceIsThatOfTheOwnNetwork() throws IOException {
        Tandem.Report report = preview();

        assertThat(report.exit()).as(report.text()).isZero();
        assertThat(report.stack(Stacks.PRIMARY).path("resources").findValuesAsText("urn")).contains(
                urn(VPC + "::foundation-network"), urn(VPC + "$aws:ec2/subnet:Subnet::foundation-network-private-2"),
                urn(VPC + "$aws:ec2/subnet:Subnet$aws:ec2/natGateway:NatGateway::foundation-network-1"));
        assertThat(report.findings(Stacks.PRIMARY))
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("vpc-no-automatic-public-address");
                    assertThat(finding.urn()).isEqualTo(urn(VPC + "$aws:ec2/subnet:Subnet::foundation-network-public-1"));
                    assertThat(finding.level()).isEqualTo("advisory");
                });
        assertThat(report.stack(Stacks.PRIMARY).path("cost").path("notPriced")).isEmpty();
        String price = report.stack(Stacks.PRIMARY).path("cost").path("monthlyEur").decimalValue()
                .setScale(2, RoundingMode.HALF_UP).toPlainString();
        assertThat(Files.readString(clone.root().resolve("docs/network.md"))).contains("| `nat-single` | " + price + " |");
    }

    @Test
    void aMistakeInsideOfAwsxIsFound() {
        Mutation zones = Mutation.named("choices/zones-of-awsx");
        Tandem.Report report = QuickBuild.with(clone, zones.file(), compiled -> preview());

        assertThat(report.exit()).isEqualTo(1);
        List<Expected> found = report.findings(Stacks.PRIMARY).stream()
                .filter(finding -> finding.level().equals("mandatory"))
                .map(finding -> new Expected(Stacks.PRIMARY, finding.id(), finding.urn())).sorted().toList();
        assertThat(found).as(report.text()).isEqualTo(zones.findings());
    }
}
