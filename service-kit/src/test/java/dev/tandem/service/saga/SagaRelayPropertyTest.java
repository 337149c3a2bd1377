package dev.tandem.service.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, how often, in which order, throttled or not: a saga starts once, a step is woken once, poison does nothing. */
class SagaRelayPropertyTest {

    /** An event, and how many of its first calls are throttled. */
    record Delivery(JsonNode event, int throttled) {}

    @Provide
    Arbitrary<List<Delivery>> schedules() {
        Arbitrary<JsonNode> events = Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.integers().between(1, 4)).as(
                (kind, number) -> switch (kind) {
                    case 0 -> RelayWorld.requested("s" + number);
                    case 1 -> RelayWorld.succeeded("t" + number);
                    case 2 -> RelayWorld.failed("t" + number);
                    case 3 -> RelayWorld.event("ProfileChanged", Json.object().put("taskToken", "t" + number));
                    default -> RelayWorld.event("CommandFailed", Json.object().put("taskToken", "t" + number));
                });
        return Combinators.combine(events, Arbitraries.integers().between(0, 7)).as(Delivery::new).list().ofMaxSize(40);
    }

    @Property
    @Covers("R9.4")
    void everySagaStartsOnceAndEveryStepIsWokenOnceByTheFirstAnswerThatArrives(@ForAll("schedules") List<Delivery> schedule) {
        RelayWorld world = new RelayWorld();
        world.waiting.addAll(List.of("t1", "t2", "t3", "t4"));
        TreeSet<String> asked = new TreeSet<>();
        TreeSet<String> answered = new TreeSet<>();
        List<String> first = new ArrayList<>();
        for (Delivery delivery : schedule) {
            String type = delivery.event().path("detail-type").asText();
            JsonNode data = delivery.event().path("detail").path("data");
            String ended = world.throttle(delivery.throttled()).run(delivery.event());
            boolean whole = type.equals("SignUpRequested") || data.has("output") || data.has("error");
            if (!whole) {
                assertThat(ended).isIn("Ignored", "States.ParameterPathFailure");
            } else if (delivery.throttled() > 5) {
                assertThat(ended).as("it is seen, not lost silently").endsWith(".ThrottlingException");
            } else if (type.equals("SignUpRequested")) {
                asked.add(data.path("signUpId").asText());
            } else if (answered.add(data.path("taskToken").asText())) {
                first.add(data.path("taskToken").asText() + (data.has("output") ? "{}" : "Taken"));
            }
        }
        assertThat(world.started).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(asked);
        assertThat(world.woken.entrySet().stream().map(entry -> entry.getKey() + entry.getValue()).toList())
                .containsExactlyInAnyOrderElementsOf(first);
    }
}
