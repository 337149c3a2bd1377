package dev.tandem.e2e.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
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
    private static final String ENDPOINT =
            "tandem:foundation:RegionalFoundation$tandem:network:Endpoints$aws:ec2/vpcEndpoint:VpcEndpoint::foundation-endpoints-s3";
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

    private void takeTheNetworkOfAwsx() {
        change(FILE, "    endpointAvailabilityZones: 1\n",
                "    endpointAvailabilityZones: 1\n    egress: nat-single\n    module: awsx\n");
        change(FILE, "tandem:costCeilingEur: 100", "tandem:costCeilingEur: 200");
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
        takeTheNetworkOfAwsx();
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
    void theStockCliMakesBothAndWhatAwsxTellsReachesWhatIsBuiltOnIt() throws IOException {
        letEcsRollOutPersona();
        takeTheNetworkOfAwsx();
        change("Pulumi.yaml", "providers:\n", "providers:\n" + plugin("aws-native", "provider-native") + plugin("awsx", "provider-awsx"));
        StockCli cli = new StockCli(clone);

        Outcome made = cli.up(Stacks.PRIMARY, "--skip-preview", "--parallel", "64");

        assertThat(made.exit()).as(made.text()).isZero();
        assertThat(made.events().findings()).noneMatch(finding -> finding.level().equals("mandatory"))
                .anySatisfy(finding -> {
                    assertThat(finding.policy()).isEqualTo("vpc-no-automatic-public-address");
                    assertThat(finding.urn()).isEqualTo(urn(VPC + "$aws:ec2/subnet:Subnet::foundation-network-public-1"));
                });
        Map<String, JsonNode> state = new TreeMap<>();
        new ObjectMapper().readTree(cli.pulumi("stack", "export", "--stack", Stacks.PRIMARY).succeeded().out())
                .path("deployment").path("resources").forEach(one -> state.put(one.path("urn").asText(), one));
        List<String> offline = new Tandem(clone).preview("--stack", Stacks.PRIMARY).stack(Stacks.PRIMARY)
                .path("resources").findValuesAsText("urn").stream().filter(ChoicesTest::isBelowAwsx).toList();
        assertThat(state.keySet().stream().filter(ChoicesTest::isBelowAwsx)).as("what the offline engine takes awsx to make")
                .hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(offline);

        String subnet = VPC + "$aws:ec2/subnet:Subnet::foundation-network-private-";
        String table = VPC + "$aws:ec2/subnet:Subnet$aws:ec2/routeTable:RouteTable::foundation-network-private-";
        assertThat(inputs(state, SERVICE).path("networkConfiguration").path("awsvpcConfiguration").path("subnets"))
                .extracting(JsonNode::asText).containsExactly(id(state, subnet + 1), id(state, subnet + 2)).doesNotHaveDuplicates();
        JsonNode gateway = inputs(state, ENDPOINT);
        assertThat(gateway.path("vpcId").asText()).isEqualTo(id(state, VPC + "::foundation-network"));
        assertThat(gateway.path("routeTableIds")).extracting(JsonNode::asText)
                .containsExactly(id(state, table + 1), id(state, table + 2)).doesNotHaveDuplicates();
    }

    private static boolean isBelowAwsx(String urn) {
        return urn.contains("$awsx:ec2:Vpc$");
    }

    private static JsonNode inputs(Map<String, JsonNode> state, String urn) {
        return state.get(urn(urn)).path("inputs");
    }

    private static String id(Map<String, JsonNode> state, String urn) {
        return state.get(urn(urn)).path("id").asText();
    }

    private static String plugin(String name, String directory) {
        return "  - name: " + name + "\n    path: '" + ScratchClone.repository().resolve("e2e").resolve(directory) + "'\n";
    }
}
