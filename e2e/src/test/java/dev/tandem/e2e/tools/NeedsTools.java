package dev.tandem.e2e.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs real tools. They are installed when they are missing; when that fails, the class is skipped
 * with the reason, or fails when {@code TANDEM_E2E=required}. {@code TANDEM_E2E=off} skips it without trying.
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
