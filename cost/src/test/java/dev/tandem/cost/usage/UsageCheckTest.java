package dev.tandem.cost.usage;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A usage file that names services and resources, against a plan. */
class UsageCheckTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";

    @Test
    void aResourceLeavesTheSharedQuantity() {
        CostReport report = Costs.of(plan(), "sqs: {requests: 1000000}\nresources: {mail: {sqs: {requests: 5000000}}}");

        assertThat(line(report, "queue requests of mail").monthlyUsd()).isEqualByComparingTo("2");
        assertThat(line(report, "queue requests of mail").assumption())
                .isEqualTo("resources.mail.sqs.requests = 5000000 requests (usage/test.yaml)");
        assertThat(report.lines().stream().filter(l -> l.description().equals("queue requests")).findFirst().orElseThrow()
                .resources()).containsExactly(Planned.urn(QUEUE, "orders"));
    }

    @Test
    void takesTypeOrUrnWhereANameIsNotEnough() {
        for (String reference : List.of(QUEUE + "::mail", Planned.urn(QUEUE, "mail"))) {
            CostReport report = Costs.of(plan(), "resources: {\"" + reference + "\": {sqs: {requests: 5000000}}}");
            assertThat(line(report, "queue requests of mail").monthlyUsd()).isEqualByComparingTo("2");
        }
    }

    @Test
    void refusesAServiceThatThePlanDoesNotHave() {
        assertThatThrownBy(() -> Costs.of(plan(), "services: {aut: {edge: {requests: 1}}}"))
                .isInstanceOf(UsageException.class)
                .hasMessage("usage/test.yaml: services.aut: found \"aut\", which is no service of the plan (did you mean "
                        + "\"auth\"?); expected one of auth; example: services: {auth: {edge: {requests: 700000}}}");
        assertThatThrownBy(() -> Costs.of(Planned.in("eu-central-1"), "services: {aut: {edge: {requests: 1}}}"))
                .hasMessageContaining("expected no key here, as the plan has no service");
    }

    @Test
    void refusesAResourceThatThePlanDoesNotHave() {
        assertThatThrownBy(() -> Costs.of(plan(), "resources: {mial: {sqs: {requests: 1}}}"))
                .isInstanceOf(UsageException.class)
                .hasMessage("usage/test.yaml: resources.mial: found \"mial\", which is no resource of the plan (did you "
                        + "mean \"mail\"?); expected a resource's name, type::name or URN, as ./tandem preview shows them; "
                        + "example: resources: {persona-queue: {sqs: {requests: 5000000}}}");
        assertThatThrownBy(() -> Costs.of(plan(), "resources: {\"aws:sqs/queue:Queue::mial\": {sqs: {requests: 1}}}"))
                .hasMessageContaining("(did you mean \"aws:sqs/queue:Queue::mail\"?)");
    }

    @Test
    void refusesAQuantityThatTheResourcesCostDoesNotDependOn() {
        assertThatThrownBy(() -> Costs.of(plan(), "resources: {mail: {sns: {requests: 1}}}"))
                .hasMessage("usage/test.yaml: resources.mail.sns.requests: found a quantity that the cost of "
                        + "aws:sqs/queue:Queue \"mail\" does not depend on, expected one of sqs.requests");
        assertThatThrownBy(() -> Costs.of(plan(), "resources: {role: {sns: {requests: 1}}}"))
                .hasMessageEndingWith("expected no entry for it, as its cost follows from the plan alone");
    }

    @Test
    void refusesANameOfTwoResourcesThatBothUseIt() {
        Planned plan = plan().component("acme:index:More", "more").add("aws:sqs/queue:Queue", "mail2", Map.of());
        assertThat(Costs.of(plan, "resources: {mail2: {sqs: {requests: 1}}}").lines()).isNotEmpty();

        Planned twice = plan().add("aws:dynamodb/table:Table", "twin", Map.of("billingMode", "PAY_PER_REQUEST"))
                .add("aws-native:dynamodb:Table", "twin", Map.of("billingMode", "PAY_PER_REQUEST"));
        assertThatThrownBy(() -> Costs.of(twice, "resources: {twin: {dynamodb: {reads: 1}}}"))
                .hasMessageContaining("resources.twin.dynamodb.reads: found 2 resources of that name that use it, expected "
                        + "one; example: resources: {\"aws");
    }

    private static Planned plan() {
        return Planned.in("eu-central-1").add("aws:iam/role:Role", "role", Map.of()).component("acme:index:Auth", "auth")
                .service("auth", TaskShape.SMALL, 1, List.of(Planned.share("FARGATE", 0, 1)))
                .add(QUEUE, "mail", Map.of()).add(QUEUE, "orders", Map.of());
    }
}
