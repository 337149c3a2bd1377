package dev.tandem.e2e.aws;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Ends a process as {@code kill -9} does, before its nth call that changes something at AWS. The SDK finds it on the class path;
 * it does nothing unless {@value #AFTER} says after how many such calls.
 */
public final class Halt implements ExecutionInterceptor {

    /** Environment variable with the number of calls that may still happen. */
    public static final String AFTER = "TANDEM_TEST_HALT_AFTER";

    /** What the process ends with. */
    public static final int CODE = 137;

    private static final Set<String> READS = Set.of("Get", "List", "Describe", "Query", "Scan", "Filter");
    private static final int LIMIT = System.getenv(AFTER) == null ? -1 : Integer.parseInt(System.getenv(AFTER));
    private static final AtomicInteger CHANGES = new AtomicInteger();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String request = context.request().getClass().getSimpleName();
        if (LIMIT >= 0 && READS.stream().noneMatch(request::startsWith) && CHANGES.getAndIncrement() >= LIMIT) {
            Runtime.getRuntime().halt(CODE);
        }
    }
}
