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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;

/**
 * Whatever a property holds, a rule answers; and what isn't known is never held against a resource. Every try meets every
 * fixture of every rule.
 */
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
    private static final List<Case> CLEAN = CASES.stream().filter(Case::clean).toList();

    /** Rules against secrets in plain text. */
    private static final Set<String> PLAIN_TEXT = Set.of("no-credentials-in-text", "passwords-by-reference");

    @net.jqwik.api.Property(tries = 3)
    void no_input_makes_a_rule_fail(@ForAll long seed, @ForAll boolean fromSomewhere) {
        each(CASES, seed, (of, own) -> assertThat(kinds(of, new Spoil(own, 0.25, How.values()), fromSomewhere))
                .as("%s, seed %d", of, own).doesNotContain(Outcome.Kind.ERROR));
    }

    @net.jqwik.api.Property(tries = 4)
    void unknown_never_turns_clean_into_violation(@ForAll long seed, @ForAll boolean fromSomewhere) {
        each(CLEAN, seed, (of, own) -> assertThat(kinds(of, new Spoil(own, 0.3, How.UNKNOWN), fromSomewhere))
                .as("%s, seed %d", of, own).doesNotContain(Outcome.Kind.VIOLATION, Outcome.Kind.ERROR));
    }

    @net.jqwik.api.Property(tries = 2)
    void a_secret_is_judged_as_what_it_holds(@ForAll long seed) {
        each(CASES, seed, (of, own) -> {
            // What is marked secret is no plain text.
            if (!PLAIN_TEXT.contains(of.rule().id())) {
                assertThat(kinds(of, new Spoil(own, 0.5, How.SECRET), false))
                        .as("%s, seed %d", of, own).isEqualTo(kinds(of, new Spoil(own, 0), false));
            }
        });
    }

    @net.jqwik.api.Property(tries = 2)
    void rules_survive_resources_of_other_rules(@ForAll long seed) {
        Random random = new Random(seed);
        each(CASES, seed, (one, own) -> {
            Case other = CASES.get(random.nextInt(CASES.size()));
            Spoil spoil = new Spoil(own, 0.1, How.values());
            List<Resource> plan = Plans.resources(other.fixture()).stream().map(r -> spoil.apply(r, false)).toList();
            List<Outcome> outcomes = Judge.outcomes(one.rule(), plan, Judge.stack(one.fixture()), config(one));
            assertThat(outcomes.stream().map(Outcome::kind)).as("%s with the resources of %s, seed %d", one, other, own)
                    .doesNotContain(Outcome.Kind.ERROR);
        });
    }

    @net.jqwik.api.Property(tries = 2)
    void no_rule_fails_on_a_stack_of_a_thousand_fixtures(@ForAll long seed) {
        Random random = new Random(seed);
        List<Resource> plan = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            plan.addAll(Plans.resources(CASES.get(random.nextInt(CASES.size())).fixture().under("f" + i + "-")));
        }
        Collections.shuffle(plan, random);
        Fixture none = Fixture.of(Map.of("resources", Map.of("none", Map.of())));
        for (Rule rule : RULES) {
            assertThat(Judge.outcomes(rule, plan, Judge.stack(none), Plans.config(Map.of(), none)).stream().map(Outcome::kind))
                    .as("%s, seed %d", rule.id(), seed).doesNotContain(Outcome.Kind.ERROR);
        }
    }

    /** Every one, whatever their number, each with a seed of its own. */
    private static void each(List<Case> cases, long seed, BiConsumer<Case, Long> check) {
        for (int i = 0; i < cases.size(); i++) {
            check.accept(cases.get(i), seed + i);
        }
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
