package dev.tandem.cost.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.statement.StatementJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void findsWhatWasAddedRemovedAndChanged() {
        List<StackChange> changes = StackChange.between(report("a.json", plan(1).add("aws:kms/key:Key", "old", Map.of())),
                report("b.json", plan(3).add("aws:ec2/natGateway:NatGateway", "nat", Map.of())));

        StackChange change = changes.get(0);
        // 730 x 0.052 / 1.1186 = 33.9353 EUR; a task 365 x 0.0114 / 1.1186 = 3.7198; 1 / 1.1186 = 0.8940.
        assertThat(change.differences()).extracting(d -> d.what() + " " + d.before() + " " + d.after())
                .startsWith("NAT gateway nat 0 33.9353")
                .contains("customer key old 0.894 0", "auth-stable: 3 task(s) on Spot, vCPU 3.7198 11.1595");
        assertThat(change.over()).isEmpty();
        assertThat(change.monthlyAfter().subtract(change.monthlyBefore())).isCloseTo(change.differences().stream()
                .map(Difference::change).reduce(BigDecimal.ZERO, BigDecimal::add), within("0.01"));
    }

    @Test
    void saysSoInATable() {
        String text = ChangeText.write(StackChange.between(report("a.json", plan(1)), report("b.json", plan(40))));

        assertThat(text).startsWith("prod\n  EUR a month ").contains("before     after    change")
                .containsPattern("auth-stable: 40 task\\(s\\) on Spot, vCPU +3.72 +148.79 +\\+145.07")
                .containsPattern("  typical +\\d+\\.\\d\\d +\\d+\\.\\d\\d +\\+\\d+\\.\\d\\d\n")
                .containsPattern("  EUR \\d+\\.\\d\\d over the ceiling of EUR 100.00\n");
        assertThat(ChangeText.write(StackChange.between(report("a.json", plan(1)), report("b.json", plan(1)))))
                .contains("  no line differs\n");
        assertThat(ChangeText.write(StackChange.between(report("a.json", plan(1)), Map.of())))
                .startsWith("prod, only in the first report\n");
    }

    @Test
    void saysSoForMachines() {
        var json = ChangeJson.write(StackChange.between(report("a.json", plan(1)), report("b.json", plan(40))));

        assertThat(json.at("/stacks/0/inSecond").asBoolean()).isTrue();
        assertThat(json.at("/stacks/0/overCeilingEur").decimalValue()).isPositive();
        assertThat(json.at("/stacks/0/lines/0/description").asText()).isEqualTo("auth-stable: 40 task(s) on Spot, vCPU");
        assertThat(json.at("/stacks/0/lines/0/changeEur").decimalValue()).isEqualByComparingTo("145.0733");
    }

    @Test
    void refusesWhatIsNoReportWithABill() {
        assertFault("{", "b.json: no JSON at line 1, column 2, expected what \"./tandem cost --format json\" or "
                + "\"./tandem preview --format json\" writes");
        assertFault("[]", "b.json: found no list \"stacks\", expected what ");
        assertFault("{\"stacks\": [{\"stack\": \"prod\", \"cost\": null, \"problems\": [\"no compiler\\n  at x\"]}]}",
                "b.json: stack \"prod\": has no cost, since its preview could not be finished (no compiler); mend that and "
                        + "write the report again");
        assertFault("{\"stacks\": [{\"stack\": \"prod\", \"cost\": {\"lines\": [{\"monthlyEur\": \"1\"}]}}]}",
                "b.json: stack \"prod\": cost.lines[0].monthlyEur: found \"1\", expected a number of euros");
        assertFault("{\"stacks\": [{\"stack\": \"prod\", \"cost\": {\"lines\": []}}]}",
                "b.json: stack \"prod\": cost.monthlyEur: found nothing, expected a number of euros");
    }

    private static void assertFault(String json, String message) {
        assertThatThrownBy(() -> Reported.read(json, "b.json")).isInstanceOf(ReportException.class)
                .hasMessageStartingWith(message);
    }

    private static Planned plan(int tasks) {
        return Planned.in("eu-central-1").component("tandem:service:MeshService", "auth")
                .service("auth", TaskShape.SMALL, tasks, List.of(Planned.share("FARGATE_SPOT", 0, 1)));
    }

    private static Map<String, Reported> report(String file, Planned plan) {
        CostReport report = Costs.of(plan);
        var document = new ObjectMapper().createObjectNode();
        document.putArray("stacks").addObject().put("stack", "prod")
                .set("cost", StatementJson.cost(report, Ceiling.DEFAULT));
        return Reported.read(document.toString(), file);
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String eur) {
        return org.assertj.core.data.Offset.offset(new BigDecimal(eur));
    }
}
