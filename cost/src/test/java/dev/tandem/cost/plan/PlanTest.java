package dev.tandem.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";

    @Test
    void takesTheRegionOfTheResourceThenOfItsProviderThenTheFallback() {
        assertThat(region(Map.of("region", "eu-north-1"), "eu-west-1")).isEqualTo("eu-north-1");
        assertThat(region(Map.of(), "eu-west-1")).isEqualTo("eu-west-1");
        assertThat(region(Map.of(), Planned.UNKNOWN)).isEqualTo("eu-central-1");
        assertThat(region(Map.of("region", 7), "nowhere at all")).isEqualTo("eu-central-1");
    }

    @Test
    void ownsByTheOutermostComponent() {
        String service = Planned.urn("tandem:service:MeshService", "auth");
        String part = Planned.urn("tandem:service:Part", "auth-part");
        Resource queue = Resource.builder(Planned.urn(QUEUE, "q")).parent(part).provider(provider("eu-west-1")).build();
        Resource dead = Resource.builder(Planned.urn(QUEUE, "dead")).parent(queue.urn()).build();
        Plan plan = new Plan(List.of(Resource.builder(service).build(), Resource.builder(part).parent(service).build(),
                queue, dead), Costs.CENTRAL);

        assertThat(plan.component(queue)).hasToString("auth (MeshService)");
        assertThat(plan.component(dead)).hasToString("auth (MeshService)");
        assertThat(plan.managed()).containsExactlyInAnyOrder(queue, dead);
    }

    @Test
    void readsNumbersInThreeWays() {
        assertThat(number(3)).isEqualTo(Quantity.of(3));
        assertThat(number("4")).isEqualTo(Quantity.of(4));
        assertThat(number(null)).isEqualTo(Quantity.of(1));
        assertThat(number(Planned.UNKNOWN).notes())
                .containsExactly("desiredCount is not known before the deployment: 2 assumed");
        assertThat(number(List.of(1, 2)).notes())
                .containsExactly("desiredCount is no number that can be read: 2 assumed");
        assertThat(number(new Value.Secret(new Value.Text("hunter2"))).notes())
                .containsExactly("desiredCount is no number that can be read: 2 assumed");
    }

    private static Quantity number(Object value) {
        Map<String, Value> fields = value == null ? Map.of() : Map.of("desiredCount", Planned.value(value));
        return Plan.number(Property.root(fields).at("desiredCount"), 1, 2);
    }

    private static String region(Map<String, ?> properties, Object ofProvider) {
        Resource r = Resource.builder(Planned.urn(QUEUE, "q"))
                .properties(((Value.Fields) Planned.value(properties)).values()).provider(provider(ofProvider)).build();
        return new Plan(List.of(r), Costs.CENTRAL).region(r).code();
    }

    private static Provider provider(Object region) {
        return new Provider("pulumi:providers:aws", "p", "aws", Property.root(Map.of("region", Planned.value(region))));
    }
}
