package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.Fault;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.extensions.filters.common.fault.v3.FaultDelay;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.FaultAbort;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;

/** Faults on purpose, as the configuration of one route. */
final class Faults {

    private Faults() {}

    static HTTPFault of(Fault fault) {
        HTTPFault.Builder filter = HTTPFault.newBuilder();
        fault.delay().ifPresent(delay -> filter.setDelay(FaultDelay.newBuilder()
                .setFixedDelay(Messages.millis(delay.millis()))
                .setPercentage(Messages.percent(delay.percent()))));
        fault.abort().ifPresent(abort -> filter.setAbort(FaultAbort.newBuilder()
                .setHttpStatus(abort.status())
                .setPercentage(Messages.percent(abort.percent()))));
        fault.onlyIf().ifPresent(gate -> filter.addHeaders(HeaderMatcher.newBuilder()
                .setName(gate.name())
                .setStringMatch(Messages.exactly(gate.value()))));
        return filter.build();
    }
}
