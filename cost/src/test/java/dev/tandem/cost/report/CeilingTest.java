package dev.tandem.cost.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.report.Ceiling.Standing;
import dev.tandem.cost.report.Ceiling.Verdict;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers({"R1.5", "R12.5"})
class CeilingTest {

    @Test
    void listsTheDearestAndWhatWouldBringItUnder() {
        Planned plan = Planned.in("eu-central-1")
                .add("aws:ec2/natGateway:NatGateway", "nat-a", Map.of())
                .add("aws:ec2/natGateway:NatGateway", "nat-b", Map.of())
                .component("tandem:service:MeshService", "auth")
                .service("auth", new TaskShape("1024", "2048", "ARM64"), 1, List.of(Planned.share("FARGATE", 0, 1)));

        Verdict verdict = new Ceiling(BigDecimal.valueOf(70)).judge(Costs.of(plan));

        assertThat(verdict.standing()).isEqualTo(Standing.OVER);
        // 2 x 37.96 NAT + 0.26 data + 33.1639 task + 0.18172 release + 0.06 zones + 1.50 metrics + 0.125 traces
        // = 111.21062 USD = 99.42 EUR.
        assertThat(CeilingText.full(verdict)).isEqualTo("""
                EUR 99.42 a month, ceiling EUR 70.00, EUR 29.42 over (EUR 99.42 when no Spot capacity is left, EUR 99.42 \
                with autoscaling at its maximum too)
                Dearest:
                  EUR 33.94  stack: nat-a (aws:ec2/natGateway:NatGateway, eu-central-1)
                  EUR 33.94  stack: nat-b (aws:ec2/natGateway:NatGateway, eu-central-1)
                  EUR 31.32  auth (MeshService): auth-stable (aws:ecs/service:Service, eu-central-1)
                  EUR 0.23  stack: data through the NAT gateways (aws:ec2/natGateway:NatGateway, eu-central-1)
                What would bring it under:
                  EUR 33.94  replace NAT gateway nat-a by an egress-only internet gateway and the interface endpoints \
                that are needed (enough alone)
                  EUR 33.94  replace NAT gateway nat-b by an egress-only internet gateway and the interface endpoints \
                that are needed (enough alone)
                  EUR 20.58  run auth-stable's 1 on-demand task(s) on Spot""");
    }

    @Test
    void addsOptionsUpWhenNoneIsEnoughAlone() {
        // Each gateway is 37.96 USD = 33.94 EUR; 3 of them and 0.26 USD for data are 102.04 EUR.
        CostReport report = Costs.of(nats(3));

        assertThat(CeilingText.full(new Ceiling(BigDecimal.valueOf(50)).judge(report)))
                .endsWith("The first 2 together are enough");
        assertThat(CeilingText.full(new Ceiling(new BigDecimal("0.10")).judge(report))).endsWith("All of that saves EUR "
                + "101.81, which is not enough: remove something, or raise the ceiling");
    }

    @Test
    void advisesFromEightyPercent() {
        CostReport report = Costs.of(nats(1));
        BigDecimal total = report.totals().typical().eur();

        assertThat(new Ceiling(total).judge(report).standing()).isEqualTo(Standing.NEAR);
        assertThat(new Ceiling(total.divide(new BigDecimal("0.8"), java.math.MathContext.DECIMAL128)
                .subtract(new BigDecimal("0.01"))).judge(report).standing()).isEqualTo(Standing.NEAR);
        assertThat(new Ceiling(total.multiply(BigDecimal.valueOf(2))).judge(report).standing())
                .isEqualTo(Standing.CLEAR);
        assertThat(Ceiling.DEFAULT.eur()).isEqualByComparingTo("100");
    }

    @Test
    void refusesACeilingThatIsNone() {
        assertThatThrownBy(() -> new Ceiling(BigDecimal.ZERO))
                .hasMessage("ceiling is 0 EUR a month, expected more than 0, for example 100");
        // Numbers of a hundred million digits, over which a comparison with a bill would take minutes and all memory.
        for (String text : List.of("1e99999999", "1e-99999999")) {
            assertThatThrownBy(() -> new Ceiling(new BigDecimal(text))).hasMessage("ceiling is "
                    + text.toUpperCase(java.util.Locale.ROOT).replace("1E9", "1E+9")
                    + " EUR a month, expected euros with cents, for example 100 or 99.50");
        }
        assertThatThrownBy(() -> new Ceiling(new BigDecimal("-1e99999999"))).hasMessageStartingWith("ceiling is -1E+99999999 EUR");
    }

    private static Planned nats(int count) {
        Planned plan = Planned.in("eu-central-1");
        for (int i = 0; i < count; i++) {
            plan.add("aws:ec2/natGateway:NatGateway", "nat-" + i, Map.of());
        }
        return plan;
    }
}
