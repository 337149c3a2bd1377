package dev.tandem.e2e.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.e2e.mutations.Mutation.Expected;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.stock.StockCli;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A primary stack that chooses providers besides {@code aws}: the pack sees what they make. */
@NeedsTools
class ChoicesTest {

    private static final String FILE = "Pulumi." + Stacks.PRIMARY + ".yaml";
    private static final String VPC =
            "tandem:foundation:RegionalFoundation$tandem:network:AwsxNetwork$awsx:ec2:Vpc$aws:ec2/vpc:Vpc";
    private static final String SERVICE = "tandem:service:MeshService$aws-native:ecs:Service::persona-stable";

    /** Both versions' latency twice, error rate and healthy tasks: five metrics more, USD 0.10 each a month. */
    private static final BigDecimal ALARMS_OF_THE_SECOND_TARGET_GROUP_USD = new BigDecimal("0.50");

    private final ScratchClone clone = SharedClone.get();
    private final Map<String, String> before = new TreeMap<>();

    private void change(String file, String text, String by) {
        before.putIfAbsent(file, clone.replace(file, text, by));
    }

    private void letEcsRollOutPersona() {
        change(FILE, "      path: /api/persona\n", "      path: /api/persona\n      rollout: {strategy: canary}\n");
    }

    @AfterEach
    void putBack() {
        before.forEach(clone::write);
    }

    private static String urn(String afterTheProject) {
        return "urn:pulumi:" + Stacks.PRIMARY + "::tandem::" + afterTheProject;
    }

    @Test
    void offlineTheMistakesInsideOfBothAreFoundAndNothingElseAndThePriceIsThatOfTheOwnParts() throws IOException {
        letEcsRollOutPersona();
        change(FILE, "    endpointAvailabilityZones: 1\n",
                "    endpointAvailabilityZones: 1\n    egress: nat-single\n    module: awsx\n");
        change(FILE, "tandem:costCeilingEur: 100", "tandem:costCeilingEur: 200");
        Mutation mistakes = Mutation.named("choices/beside-aws");

        Tandem.Report report = QuickBuild.with(clone, mistakes.file(), compiled -> new Tandem(clone).preview("--stack", Stacks.PRIMARY));

        assertThat(report.exit()).isEqualTo(1);
        assertThat(report.mandatory(Stacks.PRIMARY).stream()
                .map(finding -> new Expected(Stacks.PRIMARY, finding.id(), finding.urn())).sorted().toList())
                .as(report.text()).isEqualTo(mistakes.findings());
        assertThat(report.findings(Stacks.PRIMARY)).as("advice on a child")
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("vpc-no-automatic-public-address");
                    assertThat(finding.urn()).isEqualTo(urn(VPC + "$aws:ec2/subnet:Subnet::foundation-network-public-1"));
                    assertThat(finding.level()).isEqualTo("advisory");
                });
        JsonNode stack = report.stack(Stacks.PRIMARY);
        assertThat(stack.path("resources").findValuesAsText("urn")).contains(
                urn(VPC + "$aws:ec2/subnet:Subnet$aws:ec2/natGateway:NatGateway::foundation-network-1"), urn(SERVICE));
        assertThat(stack.path("cost").path("notPriced")).isEmpty();
        BigDecimal more = ALARMS_OF_THE_SECOND_TARGET_GROUP_USD.divide(
                stack.path("cost").path("exchangeRate").path("usdPerEur").decimalValue(), 4, RoundingMode.HALF_UP);
        for (JsonNode line : stack.path("cost").path("lines")) {
            boolean mistaken = line.path("description").asText().startsWith("public IPv4")
                    && line.path("resources").toString().contains("persona-stable");
            more = mistaken ? more.add(line.path("monthlyEur").decimalValue()) : more;
        }
        String price = stack.path("cost").path("monthlyEur").decimalValue().subtract(more).setScale(2, RoundingMode.HALF_UP).toPlainString();
        assertThat(Files.readString(clone.root().resolve("docs/network.md"))).contains("| `nat-single` | " + price + " |");
    }

    @Test
    void theStockCliPlansAServiceOfAwsNativeAndThePackHasNothingAgainstIt() {
        letEcsRollOutPersona();
        change("Pulumi.yaml", "providers:\n", "providers:\n  - name: aws-native\n    path: '"
                + ScratchClone.repository().resolve("e2e/provider-native") + "'\n");

        Outcome planned = new StockCli(clone).preview(Stacks.PRIMARY);

        assertThat(planned.exit()).as(planned.text()).isZero();
        assertThat(planned.events().resources()).contains(urn(SERVICE));
        assertThat(planned.events().findings()).isNotEmpty().noneMatch(finding -> finding.level().equals("mandatory"));
    }
}
