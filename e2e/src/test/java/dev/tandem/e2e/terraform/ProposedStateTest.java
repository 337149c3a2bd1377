package dev.tandem.e2e.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.terraform.Block.Attribute;
import dev.tandem.e2e.terraform.Block.Nested;
import dev.tandem.e2e.terraform.Block.Nesting;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What a provider is asked to plan towards. */
class ProposedStateTest {

    private static final Attribute GIVEN = new Attribute(CtyType.Scalar.STRING, true, false, false);
    private static final Attribute COMPUTED = new Attribute(CtyType.Scalar.STRING, true, true, false);
    private static final Block RULE = new Block(Map.of("port", GIVEN, "id", COMPUTED), Map.of());
    private static final Block BLOCK = new Block(Map.of("name", GIVEN, "arn", COMPUTED), Map.of("rule", new Nested(Nesting.SET, RULE)));

    @Test
    void whatTheProviderComputedStaysUnlessTheProgramSaysOtherwise() {
        Map<String, Object> prior = Map.of("name", "old", "arn", "arn:1", "rule", List.of());

        assertThat(ProposedState.of(BLOCK, prior, BLOCK.complete(Map.of("name", "new"))))
                .containsEntry("name", "new").containsEntry("arn", "arn:1");
        assertThat(ProposedState.of(BLOCK, prior, BLOCK.complete(Map.of("arn", "arn:2"))))
                .containsEntry("name", null).containsEntry("arn", "arn:2");
    }

    @Test
    void anItemOfASetIsKnownByWhatTheProgramGave() {
        Map<String, Object> prior = Map.of("rule", List.of(Map.of("port", "80", "id", "r-80"), Map.of("port", "443", "id", "r-443")));

        Map<String, Object> proposed = ProposedState.of(BLOCK, prior, BLOCK.complete(
                Map.of("rule", List.of(Map.of("port", "443"), Map.of("port", "22")))));

        assertThat(proposed.get("rule")).asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(rule -> rule.get("id")).containsExactly("r-443", null);
    }

    @Test
    void aNewResourceHasNothingFromBefore() {
        assertThat(ProposedState.of(BLOCK, null, BLOCK.complete(Map.of("name", "new"))))
                .containsEntry("arn", null).containsEntry("rule", List.of());
    }
}
