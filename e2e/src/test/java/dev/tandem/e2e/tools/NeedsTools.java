package dev.tandem.e2e.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs real tools. It is no part of an ordinary build (the profile {@code e2e} runs it), and without
 * its tools it is skipped with the reason, or fails when {@code TANDEM_E2E=required}.
 */
@Tag("e2e")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolsCondition.class)
public @interface NeedsTools {

    /** What it needs. */
    Tools[] value() default Tools.STOCK_CLI;
}
