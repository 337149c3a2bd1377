package dev.tandem.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policies.fixture.Plans;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Mending;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pack may mend is clean afterwards, is mended once, and is never mended unless a stack asks for it. */
class RemediationTest {

    static Stream<Rule> mending() {
        return Catalogue.rules().stream().filter(rule -> rule.remediation().isPresent());
    }

    @Test
    void tags_rotation_and_public_access_can_be_mended() {
        assertThat(mending().map(Rule::id)).containsExactlyInAnyOrder(
                "kms-rotation", "s3-public-access-block-complete", "cost-owner");
    }

    @Test
    void no_rule_mends_by_default() {
        assertThat(Catalogue.rules().stream().map(Rule::level)).doesNotContain(Optional.of(EnforcementLevel.REMEDIATE));
    }

    @Test
    void a_stack_names_the_rules_that_mend() {
        StackInfo stack = new StackInfo("", "shop", "dev",
                Map.of("eu-compliance:remediate", "[\"kms-rotation\",\"tls-cache\"]"), Set.of(), Map.of(), Optional.of(true));
        List<Rule> rules = Mended.rules(Catalogue.rules(), stack);
        assertThat(rules.stream().filter(r -> r.level().equals(Optional.of(EnforcementLevel.REMEDIATE))).map(Rule::id))
                .containsExactly("kms-rotation");
        assertThat(rules).hasSameSizeAs(Catalogue.rules());
    }

    @ParameterizedTest
    @MethodSource("mending")
    void what_violates_is_clean_after_mending_and_is_not_mended_again(Rule rule) {
        int mended = 0;
        for (Fixture fixture : FixtureFiles.read(rule.id(), "violating")) {
            for (Resource resource : Plans.resources(fixture)) {
                if (!rule.types().contains(AwsTypes.canonical(resource.type()))) {
                    continue;
                }
                Resource after = apply(resource, mend(rule, fixture, resource));
                assertThat(Evaluator.evaluate(rule, after, Judge.stack(owned(fixture)), Plans.config(Map.of(), fixture)).kind())
                        .as(rule.id() + " after mending " + fixture.resources()).isEqualTo(Outcome.Kind.PASS);
                assertThat(mend(rule, fixture, after).changes()).as("mending again").isEmpty();
                mended++;
            }
        }
        assertThat(mended).isGreaterThan(0);
    }

    @ParameterizedTest
    @MethodSource("mending")
    void what_is_clean_is_left_alone(Rule rule) {
        for (Fixture fixture : FixtureFiles.read(rule.id(), "clean")) {
            for (Resource resource : Plans.resources(fixture)) {
                if (rule.types().contains(AwsTypes.canonical(resource.type()))) {
                    assertThat(mend(rule, fixture, resource).changes()).as(rule.id() + " on " + fixture.resources()).isEmpty();
                }
            }
        }
    }

    private static Mending mend(Rule rule, Fixture fixture, Resource resource) {
        return Evaluator.of(resource, Judge.stack(owned(fixture))).mend(rule, Plans.config(Map.of(), fixture));
    }

    private static Fixture owned(Fixture fixture) {
        return new Fixture(fixture.resources(), Map.of("costOwner", "platform"), Map.of(), List.of(), fixture.outcome());
    }

    private static Resource apply(Resource resource, Mending mending) {
        Map<String, Value> properties = new LinkedHashMap<>(
                ((Value.Fields) resource.properties().value().orElseThrow()).values());
        properties.putAll(mending.changes());
        Resource.Builder builder = Resource.builder(resource.urn()).type(resource.type()).properties(properties);
        resource.provider().ifPresent(builder::provider);
        return builder.build();
    }
}
