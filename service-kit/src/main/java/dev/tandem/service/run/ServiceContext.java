package dev.tandem.service.run;

import dev.tandem.service.context.Traces;
import dev.tandem.service.http.HttpCaller;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.store.Store;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * What a service is made with.
 *
 * @param store own table, fenced
 */
public record ServiceContext(ServiceSettings settings, Store store, SsmClient ssm, Traces traces, RedMetrics metrics, Clock clock) {

    /** A caller of another service. @param deadline for a call with all its tries */
    public HttpCaller caller(String service, Duration deadline) {
        return new HttpCaller(service, settings.meshProxy(), deadline, traces, metrics);
    }
}
