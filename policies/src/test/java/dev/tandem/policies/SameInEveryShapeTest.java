package dev.tandem.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Absence;
import dev.tandem.policies.fixture.ContainerText;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policies.fixture.Plans;
import dev.tandem.policies.fixture.PolicyText;
import dev.tandem.policies.fixture.Reshape;
import dev.tandem.policies.fixture.Tokens;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A verdict does not depend on how a program writes a thing, or a provider sends it. */
@Covers("R8.3")
class SameInEveryShapeTest {

    @TestFactory
    Stream<DynamicTest> lists_of_one_blocks_and_scalars_are_judged_alike() {
        return Catalogue.rules().stream().flatMap(rule -> Stream.of(Reshape.values())
                .map(reshape -> dynamicTest(rule.id() + " " + reshape, () -> assertSame(rule, reshape::apply))));
    }

    @TestFactory
    Stream<DynamicTest> null_is_judged_as_absent() {
        return Catalogue.rules().stream()
                .map(rule -> dynamicTest(rule.id() + " null", () -> assertSame(rule, Absence::asNull)));
    }

    @TestFactory
    Stream<DynamicTest> an_empty_list_of_blocks_is_judged_as_absent() {
        return Catalogue.rules().stream()
                .map(rule -> dynamicTest(rule.id() + " empty", () -> assertSame(rule, Absence::asEmptyBlocks)));
    }

    @TestFactory
    Stream<DynamicTest> blank_text_is_judged_as_absent() {
        return Catalogue.rules().stream()
                .map(rule -> dynamicTest(rule.id() + " blank", () -> assertSame(rule, Absence::asBlankText)));
    }

    @TestFactory
    Stream<DynamicTest> a_policy_document_is_judged_alike_in_every_valid_form() {
        // Whether a text is JSON at all is what iam-policy-is-json judges.
        return Catalogue.rules().stream().filter(rule -> !rule.id().equals("iam-policy-is-json")).flatMap(rule -> Stream.of(PolicyText.values())
                .map(form -> dynamicTest(rule.id() + " " + form, () -> assertSame(rule, form::apply))));
    }

    @TestFactory
    Stream<DynamicTest> fields_of_containers_are_read_in_any_case_as_the_provider_reads_them() {
        return Catalogue.rules().stream()
                .map(rule -> dynamicTest(rule.id() + " capitalised", () -> assertSame(rule, ContainerText::capitalised)));
    }

    @TestFactory
    Stream<DynamicTest> what_the_provider_predicts_is_judged_as_absent() {
        return Catalogue.rules().stream().filter(r -> r.kind() == Rule.Kind.STACK)
                .map(rule -> dynamicTest(rule.id() + " predicted", () -> assertSame(rule, Absence::asPredicted)));
    }

    @TestFactory
    Stream<DynamicTest> what_the_provider_predicts_is_judged_as_absent_where_the_inputs_were_seen() {
        return Catalogue.rules().stream().filter(r -> r.kind() == Rule.Kind.STACK)
                .map(rule -> dynamicTest(rule.id() + " predicted", () -> assertSame(rule, Absence::asPredictedAfterInputs)));
    }

    @TestFactory
    Stream<DynamicTest> older_and_newer_type_tokens_are_judged_alike() {
        return Catalogue.rules().stream().flatMap(rule -> Stream.of(Tokens.values()).map(tokens ->
                dynamicTest(rule.id() + " " + tokens, () -> assertSame(rule, Plans::resources, f -> Plans.resources(tokens.apply(f))))));
    }

    private static void assertSame(Rule rule, UnaryOperator<Resource> other) {
        assertSame(rule, Plans::resources, fixture -> Plans.resources(fixture).stream().map(other).toList());
    }

    private static void assertSame(Rule rule, Function<Fixture, List<Resource>> one, Function<Fixture, List<Resource>> other) {
        List<String> wrong = new ArrayList<>();
        for (String kind : List.of("violating", "clean")) {
            for (Fixture fixture : FixtureFiles.read(rule.id(), kind)) {
                List<String> before = verdict(rule, fixture, one.apply(fixture));
                List<String> after = verdict(rule, fixture, other.apply(fixture));
                if (!before.equals(after)) {
                    wrong.add(kind + " " + fixture.resources() + ": " + before + ", but " + after);
                }
            }
        }
        assertThat(wrong).as(rule.id()).isEmpty();
    }

    private static List<String> verdict(Rule rule, Fixture fixture, List<Resource> plan) {
        List<Outcome> outcomes = Judge.outcomes(rule, plan, Judge.stack(fixture), Plans.config(fixture.rule(), fixture));
        return outcomes.stream().map(o -> o.kind() + " " + o.findings().stream()
                .map(f -> f.urn().map(u -> Urn.parse(u).name()).orElse("stack") + " " + f.id()).sorted().toList()).toList();
    }
}
