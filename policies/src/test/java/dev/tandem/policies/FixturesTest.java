package dev.tandem.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policies.fixture.Shape;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule on its fixtures: at least six violating and four clean ones, of different shapes. */
@Covers({"R8.2", "R8.3", "R8.5"})
class FixturesTest {

    private static final int VIOLATING = 6;
    private static final int CLEAN = 4;

    @TestFactory
    Stream<DynamicTest> violating_fixtures_give_exactly_the_expected_findings() {
        return Catalogue.rules().stream().flatMap(rule -> numbered(rule, "violating", (r, fixture) -> {
            List<String> found = Judge.findings(Judge.outcomes(r, fixture));
            String of = "findings of " + r.id() + " on " + fixture.resources();
            assertThat(fixture.finds()).as("expectation").isNotEmpty();
            assertThat(found).as(of).hasSize(fixture.finds().size());
            fixture.finds().forEach(expected -> assertThat(found).as(of)
                    .anyMatch(f -> f.contains(expected)));
        }));
    }

    @TestFactory
    Stream<DynamicTest> clean_fixtures_give_none() {
        return Catalogue.rules().stream().flatMap(rule -> numbered(rule, "clean", (r, fixture) -> {
            List<Outcome> outcomes = Judge.outcomes(r, fixture);
            assertThat(Judge.findings(outcomes)).as(r.id() + " on " + fixture.resources()).isEmpty();
            String outcome = Judge.worst(outcomes).name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            assertThat(outcome).isEqualTo(fixture.outcome().orElse("pass"));
        }));
    }

    @Test
    void every_rule_has_enough_fixtures_of_different_shapes() {
        List<String> tooFew = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            long violating = shapes(rule, "violating");
            long clean = shapes(rule, "clean");
            if (violating < VIOLATING || clean < CLEAN) {
                tooFew.add(rule.id() + ": " + violating + " violating, " + clean + " clean");
            }
        }
        assertThat(tooFew).as("rules with fewer than " + VIOLATING + " violating or " + CLEAN + " clean shapes").isEmpty();
    }

    @Test
    void a_value_makes_no_other_shape() {
        Fixture one = Fixture.of(FixtureFiles.yaml("aws:s3/bucket:Bucket: {acl: private, policy: '{\"Statement\": [{\"Sid\": \"a\"}]}'}"));
        Fixture same = Fixture.of(FixtureFiles.yaml("aws:s3/bucket:Bucket: {acl: public, policy: '{\"Statement\": [{\"Sid\": \"b\"}]}'}"));
        Fixture other = Fixture.of(FixtureFiles.yaml("aws:s3/bucket:Bucket: {acl: private, policy: '{\"Statement\": {\"Sid\": \"a\"}}'}"));
        assertThat(Shape.of(one)).isEqualTo(Shape.of(same)).isNotEqualTo(Shape.of(other));
    }

    private static long shapes(Rule rule, String kind) {
        return FixtureFiles.read(rule.id(), kind).stream().map(Shape::of).distinct().count();
    }

    private interface Expectation {
        void check(Rule rule, Fixture fixture);
    }

    private static Stream<DynamicTest> numbered(Rule rule, String kind, Expectation expectation) {
        List<Fixture> fixtures = FixtureFiles.read(rule.id(), kind);
        List<DynamicTest> out = new ArrayList<>();
        for (int i = 0; i < fixtures.size(); i++) {
            Fixture fixture = fixtures.get(i);
            out.add(dynamicTest(rule.id() + " " + kind + " " + (i + 1), () -> expectation.check(rule, fixture)));
        }
        return out.stream();
    }
}
