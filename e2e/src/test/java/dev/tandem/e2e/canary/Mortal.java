package dev.tandem.e2e.canary;

import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Kills a process in the middle, as far as AWS can tell: before a certain write, and from then on every call of it fails, so
 * that nothing is tidied up either. Between two writes there is nothing that a kill could leave half done.
 */
final class Mortal implements ExecutionInterceptor {

    private static final Set<String> WRITES =
            Set.of("PutItemRequest", "DeleteItemRequest", "UpdateItemRequest", "StartExecutionRequest", "StopExecutionRequest",
                    "RegisterScalableTargetRequest", "UpdateServiceRequest");

    private int left = Integer.MAX_VALUE;
    private int writes;

    /** What a killed process throws. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets so many more writes happen. */
    void diesAfter(int count) {
        left = count;
        writes = 0;
    }

    void lives() {
        left = Integer.MAX_VALUE;
        writes = 0;
    }

    int writes() {
        return writes;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        boolean write = WRITES.contains(context.request().getClass().getSimpleName());
        if (left <= 0 && (write || left < 0)) {
            left = -1;
            throw new Killed();
        }
        if (write) {
            left--;
            writes++;
        }
    }
}
