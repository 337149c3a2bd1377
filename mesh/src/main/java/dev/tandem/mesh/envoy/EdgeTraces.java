package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;

/**
 * The load balancer's trace id becomes that of W3C: {@code X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678} is
 * {@code traceparent: 00-67891233abcdef012345678912345678-…}, before Envoy begins its span. So the load balancer's log, the
 * edge's and those of all services behind have one id, which X-Ray writes with dashes. Whatever a caller sent as
 * {@code traceparent} and {@code tracestate} is taken out, since the load balancer hands it on unchecked.
 *
 * <p>{@code Sampled=0} is kept. In all else Envoy's own share decides, by the request's id: it takes part in a trace that its
 * parent samples, for that share, and in none that its parent does not. W3C asks for a parent, and the header has none; the
 * id's own last 16 digits stand for it. Where the header cannot be read Envoy begins a trace of its own.
 */
final class EdgeTraces {

    private static final String HEADER = "request.headers['x-amzn-trace-id']";

    /** Time, then 96 random bits in two parts. Source: AWS X-Ray Developer Guide, "Tracing header". */
    private static final String ROOT = "'Root=1-([0-9a-f]{8})-([0-9a-f]{8})([0-9a-f]{16})(;|$)'";

    private EdgeTraces() {}

    /** To be run by the edge listener before its span begins. */
    static TypedExtensionConfig fromLoadBalancer() {
        var mutations = io.envoyproxy.envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation.newBuilder()
                .addMutations(HeaderMutation.newBuilder().setRemove("traceparent"))
                .addMutations(HeaderMutation.newBuilder().setRemove("tracestate"))
                .addMutations(HeaderMutation.newBuilder().setAppend(HeaderValueOption.newBuilder()
                        .setAppendAction(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)
                        .setHeader(HeaderValue.newBuilder().setKey("traceparent").setValue(traceparent()))));
        return TypedExtensionConfig.newBuilder()
                .setName("envoy.http.early_header_mutation.header_mutation")
                .setTypedConfig(Any.pack(mutations.build()))
                .build();
    }

    /** An expression that has no value, and so changes nothing, where the header is absent or has no readable root. */
    private static String traceparent() {
        return "%CEL(" + HEADER + ".contains('Sampled=0') ? " + root("00-\\\\1\\\\2\\\\3-\\\\3-00") + " : " + root("00-\\\\1\\\\2\\\\3-\\\\3-01") + ")%";
    }

    private static String root(String rewritten) {
        return "re.extract(" + HEADER + ", " + ROOT + ", '" + rewritten + "')";
    }
}
