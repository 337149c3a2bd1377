package dev.tandem.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policies.fixture.Plans;
import dev.tandem.policies.fixture.Spoil;
import dev.tandem.policies.fixture.Spoil.How;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever a property holds, a rule answers; and what isn't known is never held against a resource. */
class RobustnessPropertiesTest {

    private static final List<Rule> RULES = Catalogue.rules();

    /** A rule before one of its fixtures. */
    record Case(Rule rule, Fixture fixture, boolean clean) {
        @Override
        public String toString() {
            return rule.id() + " on " + fixture.resources();
        }
    }

    private static final List<Case> CASES = cases();

    @Provide
    Arbitrary<Case> anyCase() {
        return Arbitraries.of(CASES);
    }

    @Provide
    Arbitrary<Case> cleanCase() {
        return Arbitraries.of(CASES.stream().filter(Case::clean).toList());
    }

    @net.jqwik.api.Property(tries = 3000)
    void no_input_makes_a_rule_fail(@ForAll("anyCase") Case of, @ForAll long seed, @ForAll boolean fromSomewhere) {
        Spoil spoil = new Spoil(seed, 0.25, How.values());
        assertThat(kinds(of, spoil, fromSomewhere)).doesNotContain(Outcome.Kind.ERROR);
    }

    @net.jqwik.api.Property(tries = 3000)
    void unknown_never_turns_clean_into_violation(
            @ForAll("cleanCase") Case of, @ForAll long seed, @ForAll boolean fromSomewhere) {
        Spoil spoil = new Spoil(seed, 0.3, How.UNKNOWN);
        assertThat(kinds(of, spoil, fromSomewhere)).doesNotContain(Outcome.Kind.VIOLATION, Outcome.Kind.ERROR);
    }

    @net.jqwik.api.Property(tries = 1500)
    void a_secret_is_judged_as_what_it_holds(@ForAll("anyCase") Case of, @ForAll long seed) {
        // What is marked secret is no plain text.
        Assume.that(!of.rule().id().equals("no-credentials-in-text"));
        Spoil spoil = new Spoil(seed, 0.5, How.SECRET);
        assertThat(kinds(of, spoil, false)).isEqualTo(kinds(of, new Spoil(seed, 0), false));
    }

    @net.jqwik.api.Property(tries = 1500)
    void rules_survive_resources_of_other_rules(@ForAll("anyCase") Case one, @ForAll("anyCase") Case other, @ForAll long seed) {
        Spoil spoil = new Spoil(seed, 0.1, How.values());
        List<Resource> plan = Plans.resources(other.fixture()).stream().map(r -> spoil.apply(r, false)).toList();
        List<Outcome> outcomes = Judge.outcomes(one.rule(), plan, Judge.stack(one.fixture()), config(one));
        assertThat(outcomes.stream().map(Outcome::kind)).doesNotContain(Outcome.Kind.ERROR);
    }

    private static List<Outcome.Kind> kinds(Case of, Spoil spoil, boolean fromSomewhere) {
        List<Resource> plan = Plans.resources(of.fixture()).stream().map(r -> spoil.apply(r, fromSomewhere)).toList();
        return Judge.outcomes(of.rule(), plan, Judge.stack(of.fixture()), config(of)).stream().map(Outcome::kind).toList();
    }

    private static Property config(Case of) {
        return Plans.config(of.fixture().rule(), of.fixture());
    }

    private static List<Case> cases() {
        List<Case> out = new ArrayList<>();
        for (Rule rule : RULES) {
            Stream.of("violating", "clean").forEach(kind -> FixtureFiles.read(rule.id(), kind)
                    .forEach(f -> out.add(new Case(rule, f, kind.equals("clean")))));
        }
        return out;
    }
}
