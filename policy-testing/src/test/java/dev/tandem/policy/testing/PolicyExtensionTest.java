package dev.tandem.policy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.shop.ShopPolicies;
import dev.tandem.policy.pack.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PolicyExtensionTest {

    private static final Pack PACK = Pack.named("shop", "1.0.0").rule(ShopPolicies.NO_PUBLIC_BUCKET).build();
    private static final TestResource BUCKET = TestResource.of("aws:s3/bucket:Bucket", "logs");

    @RegisterExtension
    static final PolicyExtension SHOP = PolicyExtension.of(PACK).everyRuleTested();

    @Test
    void aTestIsGivenTheRuleThatItNames(@TestedRule("no-public-bucket") RuleTester tester) {
        tester.on(BUCKET).assertClean();
        tester.on(BUCKET.with("acl", "public-read")).assertViolates();
    }

    @Test
    void aTestIsGivenThePack(PackTester shop) {
        shop.preview(BUCKET.with("acl", "public-read")).assertStops("no-public-bucket");
    }

    @Test
    void aRuleThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> SHOP.rule("no-publik-bucket"))
                .hasMessage("pack 'shop' has no rule 'no-publik-bucket', expected one of [no-public-bucket]");
    }

    @Test
    void aRuleThatWasNotSeenToViolateAndToPassFailsTheClass() {
        PolicyExtension lazy = PolicyExtension.of(PACK).everyRuleTested();
        lazy.rule("no-public-bucket").on(BUCKET).assertClean();
        assertThatThrownBy(() -> lazy.afterAll(null))
                .isInstanceOf(AssertionError.class)
                .hasMessage("pack 'shop': expected a test of each rule, but"
                        + "\n  rule 'no-public-bucket' was never seen to violate");
        assertThat(PolicyExtension.of(PACK)).satisfies(relaxed -> relaxed.afterAll(null));
    }
}
