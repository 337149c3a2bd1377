package dev.tandem.policy.examples.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.testing.RuleTester;
import dev.tandem.policy.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelPackTest {

    private static final StackInfo STACK = new StackInfo(
            "acme", "shop", "prod", Map.of("shop:cost-center", "4711"), Set.of(), Map.of(), Optional.of(true));

    private final RuleTester tester = RuleTester.of(LabelPack.pack(STACK).rules().get(0));
    private final TestResource bucket = TestResource.of("gcp:storage/bucket:Bucket", "photos")
            .with("labels", Map.of("cost-center", "1", "owner", "web", "stack", "prod"));

    @Test
    void everyCloudsLabelsAreRead() {
        tester.on(bucket).assertClean();
        tester.on(TestResource.of("azure-native:storage:StorageAccount", "photos")
                        .with("tags", Map.of("cost-center", "1", "owner", "", "stack", "prod")))
                .assertFindings("cost-labels[owner]")
                .assertViolatesOnce("the label 'owner' is missing");
    }

    @Test
    void aLabelWhoseValueIsNotKnownYetIsThere() {
        tester.on(bucket.withUnknown("labels.owner")).assertClean();
    }

    @Test
    void whatTheStackKnowsIsFilledInBesideWhatIsThere() {
        tester.on(bucket.with("labels", Map.of("owner", "web")))
                .assertMends("labels", Map.of("owner", "web", "cost-center", "4711", "stack", "prod"));
        tester.on(bucket).assertMendsNothing();
    }

    @Test
    void whatNobodySaidIsAViolation() {
        Rule listed = LabelPack.pack(StackInfo.NONE).rules().get(0);
        RuleTester.of(listed).config(Map.of("labels", List.of("owner"))).on(bucket.without("labels")).assertMendsNothing()
                .assertFindings("cost-labels[owner]");
    }

    @Test
    void namesAreAsAgreed() {
        RuleTester names = RuleTester.of(Naming.RULE);
        names.on(bucket).assertClean();
        names.on(TestResource.of("gcp:storage/bucket:Bucket", "Photos_2"))
                .assertViolatesOnce("is called 'Photos_2', expected [a-z][a-z0-9-]{1,40}");
        assertThat(LabelPack.known(STACK)).containsOnly(Map.entry("cost-center", "4711"), Map.entry("stack", "prod"));
    }
}
