package dev.tandem.cost.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Estimator;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.Totals;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.usage.UsageReader;
import dev.tandem.cost.whatif.WhatIf.Changed;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole plan is priced again, so what follows from a task count changes with it. */
@Covers("R1.5")
class WhatIfTest {

    private static final List<Map<String, Object>> SPOT = List.of(Planned.share("FARGATE_SPOT", 0, 1));

    @Test
    void desiredCountWinsOverAutoscalingAndItsSchedules() {
        Changed changed = change(plan(), "auth.desiredCount=4");

        assertThat(totals(changed).typical().usd()).isEqualByComparingTo(cost(fixed(4, 2)).totals().typical().usd());
        assertThat(changed.notes()).containsExactly("auth-stable: 1.5 -> 4 task(s) at rest, all week; autoscaling's minimum "
                + "is 4 then, its maximum at least that");
    }

    @Test
    void desiredCountOfAllServicesAndBelowThePlan() {
        Changed changed = change(plan(), "desiredCount=1");

        assertThat(totals(changed).typical().usd()).isEqualByComparingTo(cost(fixed(1, 1)).totals().typical().usd());
        assertThat(changed.notes()).hasSize(2).element(1).asString()
                .isEqualTo("persona-stable: 2 -> 1 task(s) at rest, all week");
    }

    @Test
    void spotPercentMovesTasksToDemand() {
        CostReport before = cost(plan());
        Changed changed = change(plan(), "spotPercent=0");

        assertThat(totals(changed).typical().usd()).isEqualByComparingTo(before.totals().worstCase().usd());
        assertThat(totals(changed).worstCase().usd()).isEqualByComparingTo(before.totals().worstCase().usd());
        assertThat(changed.notes()).first().isEqualTo("auth-stable: 0 % of the tasks on Spot");
    }

    @Test
    void maxCapacityChangesTheMaximumOnly() {
        Changed changed = change(plan(), "auth.maxCapacity=8", "persona.maxCapacity=8");

        assertThat(totals(changed).typical().usd()).isEqualByComparingTo(cost(plan()).totals().typical().usd());
        assertThat(totals(changed).atMaximum().usd()).isGreaterThan(cost(plan()).totals().atMaximum().usd());
        assertThat(changed.notes()).containsExactly("auth-stable: autoscaling up to 4 -> 8 task(s)",
                "persona-stable: has no autoscaling, so nothing changes");
    }

    @Test
    void usageAndRateComeFromTheChange() {
        UsageAssumptions file = UsageReader.read("services: {auth: {edge: {requests: 5}}}", "usage/test.yaml");
        Changed changed = WhatIf.of(List.of("edge.requests=2000000", "persona.metrics.perService=9", "usdPerEur=1.05"))
                .apply(plan().resources(), Costs.CENTRAL, file, Costs.RATE, Costs.TODAY);
        CostReport report = estimate(changed);

        assertThat(Costs.line(report, "traces of auth").quantity()).isEqualByComparingTo("100000");
        assertThat(Costs.line(report, "traces of persona").assumption())
                .startsWith("edge.requests = 2000000 requests (usage/test.yaml, --what-if)");
        assertThat(Costs.line(report, "metrics that persona").quantity()).isEqualByComparingTo("9");
        assertThat(Costs.line(report, "metrics that auth").quantity()).isEqualByComparingTo("4");
        assertThat(report.rate().usdPerEur()).isEqualByComparingTo("1.05");
        assertThat(report.rate().source()).isEqualTo("--what-if");
    }

    @Test
    void aServiceOfAnotherStackChangesNothingHereAndIsSaid() {
        Changed changed = change(plan(), "billing.desiredCount=4", "billing.edge.requests=1");

        assertThat(totals(changed).typical().usd()).isEqualByComparingTo(cost(plan()).totals().typical().usd());
        assertThat(changed.notes())
                .containsExactly("billing.desiredCount=4: this stack has no such service, so nothing changes");
    }

    @Test
    void aServiceThatNoStackHasIsRefused() {
        assertThatThrownBy(() -> WhatIf.of(List.of("aut.desiredCount=4")).requireServices(Set.of("auth", "persona")))
                .isInstanceOf(WhatIfException.class).hasMessage("--what-if 'aut.desiredCount=4': found \"aut\", which is no "
                        + "service of the plan (did you mean \"auth\"?); expected one of auth, persona");
        assertThatThrownBy(() -> WhatIf.of(List.of("aut.desiredCount=4")).requireServices(Set.of()))
                .hasMessageEndingWith("expected no service, as the plan has none");
    }

    @Test
    void whatIsNoChangeIsRefusedWithAllFaults() {
        assertFault("x", "--what-if 'x': found no \"=\", expected KEY=VALUE; example: --what-if auth.desiredCount=4");
        assertFault("auth.desiredCuont=4", "found unknown key \"auth.desiredCuont\" (did you mean \"desiredCount\"?), expected "
                + "desiredCount, maxCapacity, spotPercent (all services, or one: auth.desiredCount), usdPerEur or a key of "
                + "the usage file; example: --what-if auth.desiredCount=4");
        assertFault("desiredCount=-1", "found \"-1\", expected a whole number of tasks between 0 and 10000; example: "
                + "--what-if desiredCount=4");
        assertFault("desiredCount=1.5", "found \"1.5\", expected a whole number of tasks");
        assertFault("auth.spotPercent=101", "found \"101\", expected a whole percentage between 0 and 100; example: "
                + "--what-if auth.spotPercent=0");
        assertFault("usdPerEur=0", "found \"0\", expected US dollars for one euro, between 0.1 and 10");
        assertFault("logs.standardGb=much", "found \"much\", expected a number of GB between 0 and 10^12; example: "
                + "--what-if logs.standardGb=1.2");
        assertFault("logs.standardGb=1e-99999999", "found \"1e-99999999\", expected a number of GB between 0 and 10^12");
        assertFault("auth.logs.standardGb=1", "found a service, \"auth\", before a quantity of the whole region, expected "
                + "logs.standardGb");
        assertThatThrownBy(() -> WhatIf.of(List.of("x", "y"))).hasMessageContaining("'x'").hasMessageContaining("'y'");
    }

    private static void assertFault(String change, String message) {
        assertThatThrownBy(() -> WhatIf.of(List.of(change))).isInstanceOf(WhatIfException.class)
                .hasMessageContaining(message);
    }

    /** Auth: 1 task, 2 from 07 to 19 h, up to 4. Persona: 2 tasks, not scaled. */
    private static Planned plan() {
        return base(1, 2).scaling("auth", 1, 4, true).schedule("auth", "day", "cron(0 7 * * ? *)", 2, 4)
                .schedule("auth", "night", "cron(0 19 * * ? *)", 1, 4);
    }

    private static Planned fixed(int auth, int persona) {
        return base(auth, persona).scaling("auth", auth, 4, true);
    }

    private static Planned base(int auth, int persona) {
        return Planned.in("eu-central-1").add("aws:kms/key:Key", "key", Map.of())
                .component("tandem:service:MeshService", "persona").service("persona", TaskShape.SMALL, persona, SPOT)
                .component("tandem:service:MeshService", "auth").service("auth", TaskShape.SMALL, auth, SPOT);
    }

    private static Changed change(Planned plan, String... changes) {
        return WhatIf.of(List.of(changes)).apply(plan.resources(), Costs.CENTRAL, UsageAssumptions.defaults(), Costs.RATE,
                Costs.TODAY);
    }

    private static CostReport cost(Planned plan) {
        return Costs.of(plan);
    }

    private static Totals totals(Changed changed) {
        return estimate(changed).totals();
    }

    private static CostReport estimate(Changed c) {
        return Estimator.estimate(c.resources(), Costs.CENTRAL, c.usage(), c.rate(), PriceBook.bundled(), Costs.TODAY);
    }
}
