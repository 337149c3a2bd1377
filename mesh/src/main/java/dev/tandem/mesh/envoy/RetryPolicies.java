package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import dev.tandem.mesh.route.Retries;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import java.util.Optional;

/** Tries again what failed before the service could answer, on another task, and in the other region when there is one. */
final class RetryPolicies {

    private static final String RETRY_ON = "connect-failure,refused-stream,reset,gateway-error";

    /** How often another task is looked for before the same one is taken again. */
    private static final int OTHER_HOST_ATTEMPTS = 5;

    private RetryPolicies() {}

    static Optional<RetryPolicy> of(Retries retries, boolean twoRegions) {
        if (retries.attempts() == 0) {
            return Optional.empty();
        }
        RetryPolicy.Builder policy = RetryPolicy.newBuilder()
                .setRetryOn(RETRY_ON)
                .setNumRetries(Messages.number(retries.attempts()))
                .setPerTryTimeout(Messages.millis(retries.perTryMillis()))
                .setRetryBackOff(RetryPolicy.RetryBackOff.newBuilder()
                        .setBaseInterval(Messages.millis(retries.backoffBaseMillis()))
                        .setMaxInterval(Messages.millis(retries.backoffMaxMillis())))
                .addRetryHostPredicate(RetryPolicy.RetryHostPredicate.newBuilder()
                        .setName("envoy.retry_host_predicates.previous_hosts")
                        .setTypedConfig(Any.pack(PreviousHostsPredicate.getDefaultInstance())))
                .setHostSelectionRetryMaxAttempts(OTHER_HOST_ATTEMPTS);
        if (twoRegions) {
            policy.setRetryPriority(RetryPolicy.RetryPriority.newBuilder()
                    .setName("envoy.retry_priorities.previous_priorities")
                    .setTypedConfig(Any.pack(PreviousPrioritiesConfig.newBuilder().setUpdateFrequency(1).build())));
        }
        return Optional.of(policy.build());
    }
}
