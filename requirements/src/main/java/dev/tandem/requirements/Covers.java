package dev.tandem.requirements;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which acceptance criteria a test proves.
 *
 * <p>Tag honestly: a criterion is covered by a test that would fail if the behaviour were gone, not by one that
 * looks at a string. What was tagged and passed is collected while the tests run ({@link CoversListener}), so a test
 * that did not run covers nothing.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Covers {

    /** Criteria such as {@code "R3.2"}: requirement 3, criterion 2. */
    String[] value();

    /** How strong the evidence is. */
    Evidence evidence() default Evidence.PROVEN;

    /** The mesh backend the test exercised, {@code "envoy"} or {@code "app-mesh"}; empty when the mesh plays no part. */
    String meshBackend() default "";

    /** Strength of the evidence that a passing test gives. */
    enum Evidence {
        /** Shown on the real thing: a pure plan, a real process, a real Envoy. */
        PROVEN,
        /** Shown against a simulator of AWS or of the provider. */
        SIMULATED,
        /** The plan declares it, and only a live account can show that it holds. */
        DESIGNED
    }
}
