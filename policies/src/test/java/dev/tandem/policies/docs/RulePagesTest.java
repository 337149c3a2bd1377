package dev.tandem.policies.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a page, the pages are those in the repository, and their examples do what they say. */
class RulePagesTest {

    private static final Path PAGES = Path.of("..", "docs", "rules");

    static Stream<Rule> rules() {
        return Catalogue.rules().stream();
    }

    @Test
    void every_rule_has_a_side_file() {
        assertThat(rules().map(Rule::id).filter(id -> SideFile.of(id).isEmpty())).as("rules without a side file").isEmpty();
    }

    @Test
    void the_pages_in_the_repository_are_the_generated_ones() throws IOException {
        Map<String, String> expected = RulePages.pages();
        for (Map.Entry<String, String> page : expected.entrySet()) {
            Path file = PAGES.resolve(page.getKey());
            assertThat(Files.exists(file) ? Files.readString(file) : "no file")
                    .as("docs/rules/%s is stale; run %s", page.getKey(), RulePages.COMMAND)
                    .isEqualTo(page.getValue());
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> found = files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as("pages of rules that no longer exist").isEqualTo(new TreeSet<>(expected.keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_violating_example_gives_exactly_one_finding(Rule rule) {
        Fixture example = Fixture.of(FixtureFiles.yaml(SideFile.of(rule.id()).orElseThrow().violates()));
        assertThat(Judge.findings(Judge.outcomes(rule, example))).as(rule.id()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_clean_example_passes(Rule rule) {
        Fixture example = Fixture.of(FixtureFiles.yaml(SideFile.of(rule.id()).orElseThrow().passes()));
        List<Outcome> outcomes = Judge.outcomes(rule, example);
        assertThat(Judge.findings(outcomes)).as(rule.id()).isEmpty();
        assertThat(Judge.worst(outcomes)).as(rule.id()).isEqualTo(Outcome.Kind.PASS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_says_how_bad_it_is_which_controls_it_serves_and_how_to_fix(Rule rule) {
        assertThat(rule.severity()).as(rule.id()).isPresent();
        assertThat(rule.level()).as(rule.id()).isPresent();
        assertThat(rule.controls()).as(rule.id()).isNotEmpty();
        assertThat(rule.remediationText()).as(rule.id()).isNotBlank().endsWith(".");
        assertThat(rule.summary()).as(rule.id()).doesNotEndWith(".");
        assertThat(rule.summary().substring(0, 1)).isEqualTo(rule.summary().substring(0, 1).toUpperCase(Locale.ROOT));
    }

    @Test
    void a_missing_section_is_named() {
        assertThatThrownBy(() -> SideFile.of("test-without-examples"))
                .hasMessage("/dev/tandem/policies/rules/test-without-examples.md: expected a section \"## Violates\", found none");
    }
}
