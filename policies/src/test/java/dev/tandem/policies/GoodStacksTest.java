package dev.tandem.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Absence;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policies.fixture.Plans;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ten stacks as a careful engineer writes them: no rule stops one, and the advice is what their files say. */
@Covers("R8.3")
class GoodStacksTest {

    private static final List<String> STACKS =
            List.of("site", "api", "app", "lake", "events", "eks", "fleet", "backup", "ci", "auth");

    @TestFactory
    Stream<DynamicTest> a_good_stack_gets_the_advice_that_its_file_names_and_nothing_else() {
        return STACKS.stream().map(name -> dynamicTest(name, () -> {
            Fixture stack = FixtureFiles.whole("/good/" + name + ".yaml");
            assertThat(findings(stack, Catalogue.rules(), UnaryOperator.identity())).containsExactlyInAnyOrderElementsOf(stack.finds());
        }));
    }

    @TestFactory
    Stream<DynamicTest> no_rule_stops_it_with_what_the_provider_predicts_either() {
        // Rules over single resources see inputs, in which nothing is predicted.
        List<Rule> stopping = Catalogue.rules().stream().filter(rule -> rule.kind() == Rule.Kind.STACK)
                .filter(rule -> rule.level().equals(Optional.of(EnforcementLevel.MANDATORY))).toList();
        assertThat(stopping).isNotEmpty();
        return STACKS.stream().map(name -> dynamicTest(name, () -> assertThat(
                findings(FixtureFiles.whole("/good/" + name + ".yaml"), stopping, Absence::asPredictedAfterInputs)).isEmpty()));
    }

    /** {@code resource rule} of every finding; a rule that fails or cannot decide is one as well. */
    private static List<String> findings(Fixture stack, List<Rule> rules, UnaryOperator<Resource> sent) {
        List<String> out = new ArrayList<>();
        List<Resource> plan = Plans.resources(stack).stream().map(sent).toList();
        for (Rule rule : rules) {
            List<Outcome> outcomes = Judge.outcomes(rule, plan, Judge.stack(stack), Plans.config(stack.rule(), stack));
            Judge.findings(outcomes).forEach(f -> out.add(f.replaceAll("^(\\S+) ([a-z0-9-]+).*", "$1 $2")));
            outcomes.stream().map(Outcome::kind).filter(k -> k == Outcome.Kind.ERROR || k == Outcome.Kind.UNDECIDED)
                    .forEach(k -> out.add(rule.id() + " " + k));
        }
        return out.stream().distinct().toList();
    }
}
