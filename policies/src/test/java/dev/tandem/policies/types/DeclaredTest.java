package dev.tandem.policies.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.fixture.Plans;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredTest {

    private static final String QUEUE = Plans.urn("aws:sqs/queue:Queue", "orders");
    private static final Resource PLANNED = Resource.builder(QUEUE)
            .properties(Map.of("arn", new Value.Unknown(), "redrivePolicy", new Value.Unknown(), "name", new Value.Text("orders")))
            .build();

    @Test
    void anUnknownThatTheProgramSetIsDeclaredAlsoWithoutASource() {
        Resource queue = PLANNED.withInputNames(Set.of("name", "redrivePolicy"));
        assertThat(Declared.of(queue, "redrivePolicy").isUnknown()).isTrue();
        assertThat(Declared.isNot(queue, "redrivePolicy")).isFalse();
    }

    @Test
    void anUnknownThatTheProgramDidNotSetIsNotDeclaredAlsoWithASource() {
        Resource queue = Resource.builder(QUEUE)
                .properties(Map.of("redrivePolicy", new Value.Unknown()))
                .propertyDependencies(Map.of("redrivePolicy", List.of(QUEUE)))
                .build().withInputNames(Set.of("name"));
        assertThat(Declared.of(queue, "redrivePolicy").isMissing()).isTrue();
        assertThat(Declared.isNot(queue, "redrivePolicy")).isTrue();
    }

    @Test
    void whatIsKnownIsDeclaredWhoeverSetIt() {
        assertThat(Declared.of(PLANNED.withInputNames(Set.of()), "name").is("orders")).isTrue();
    }

    @Test
    void withoutInputsAnUnknownWithoutSourceOnAPredictedResourceIsNotDeclared() {
        assertThat(Declared.of(PLANNED, "redrivePolicy").isMissing()).isTrue();
        assertThat(Declared.isNot(PLANNED, "redrivePolicy")).isFalse();
    }
}
