package dev.tandem.policy.testing;

import dev.tandem.policy.PublicApi;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@link RuleTester} parameter of a test: which rule of the {@link PolicyExtension}'s pack it runs.
 *
 * <pre>{@code
 * @Test
 * void bucketsArePrivate(@TestedRule("no-public-bucket") RuleTester tester) {
 *     tester.on(bucket.with("acl", "public-read")).assertViolates();
 * }
 * }</pre>
 */
@PublicApi
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface TestedRule {

    /** {@return the rule's id} */
    String value();
}
