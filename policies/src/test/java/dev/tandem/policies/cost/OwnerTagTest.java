package dev.tandem.policies.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Judge;
import dev.tandem.policies.fixture.Plans;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Mending;
import dev.tandem.policy.rule.Rule;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tag is added, and nothing else is touched. */
class OwnerTagTest {

    @Test
    void the_owner_of_the_stack_is_added_to_the_tags_that_are_there() {
        Mending mending = mend("{config: {costOwner: platform}, 'aws:ec2/instance:Instance': {tags: {Project: orders}}}");
        assertThat(mending.changes()).isEqualTo(Map.of("tags", new Value.Fields(
                Map.of("Project", new Value.Text("orders"), "CostOwner", new Value.Text("platform")))));
    }

    @Test
    void a_secret_tag_stays_secret() {
        Mending mending = mend("{config: {costOwner: platform}, 'aws:ec2/instance:Instance': {tags: {Key: {secret: s}}}}");
        assertThat(((Value.Fields) mending.changes().get("tags")).values().get("Key")).isInstanceOf(Value.Secret.class);
    }

    @Test
    void nothing_is_mended_without_an_owner_or_where_one_is_named() {
        assertThat(mend("{'aws:ec2/instance:Instance': {}}").changes()).isEmpty();
        assertThat(mend("{config: {costOwner: a}, 'aws:ec2/instance:Instance': {tags: {CostOwner: b}}}").changes()).isEmpty();
    }

    @Test
    void unknown_tags_are_left_alone() {
        Mending mending = mend("{config: {costOwner: a}, 'aws:ec2/instance:Instance': {tags: '${?}'}}");
        assertThat(mending.changes()).isEmpty();
        assertThat(mending.undecided()).isPresent();
    }

    private static Mending mend(String yaml) {
        Fixture fixture = Fixture.of(FixtureFiles.yaml(yaml));
        Rule rule = Catalogue.rules().stream().filter(r -> r.id().equals("cost-owner")).findFirst().orElseThrow();
        return Evaluator.of(Plans.resources(fixture).get(0), Judge.stack(fixture))
                .mend(rule, Plans.config(fixture.rule(), fixture));
    }
}
