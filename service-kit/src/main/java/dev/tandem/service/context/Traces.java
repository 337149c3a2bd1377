package dev.tandem.service.context;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.MDC;

/**
 * Spans around what a service does, and the headers that carry them on. Within a span the log lines have
 * {@code correlationId}, {@code traceId} and {@code spanId}. Safe for use by several threads.
 */
public final class Traces {

    private static final TextMapGetter<UnaryOperator<String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(UnaryOperator<String> carrier) {
            return java.util.List.of("traceparent", "tracestate", "X-Amzn-Trace-Id");
        }

        @Override
        public String get(UnaryOperator<String> carrier, String key) {
            return carrier == null ? null : carrier.apply(key);
        }
    };

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    /** Over an SDK. */
    public Traces(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("dev.tandem.service");
    }

    /**
     * Does something that came from outside in a span of its own.
     *
     * @param headers by name, null for a header that is not there: trace headers and {@link Correlation#HEADER}
     */
    public <T> T entering(String name, SpanKind kind, UnaryOperator<String> headers, Function<Span, T> work) {
        Context parent = telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), headers, GETTER);
        return within(name, kind, Correlation.with(parent, headers.apply(Correlation.HEADER)), work);
    }

    /** Does something in a span below the present one. */
    public <T> T within(String name, SpanKind kind, Function<Span, T> work) {
        return within(name, kind, Context.current(), work);
    }

    private <T> T within(String name, SpanKind kind, Context parent, Function<Span, T> work) {
        Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
        Map<String, String> before = MDC.getCopyOfContextMap();
        try (Scope ignored = parent.with(span).makeCurrent()) {
            MDC.put("correlationId", Correlation.current());
            MDC.put("traceId", span.getSpanContext().getTraceId());
            MDC.put("spanId", span.getSpanContext().getSpanId());
            return work.apply(span);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    /** The headers by which another service goes on with this trace and correlation. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        telemetry.getPropagators().getTextMapPropagator().inject(Context.current(), headers, Map::put);
        if (!Correlation.current().isEmpty()) {
            headers.put(Correlation.HEADER, Correlation.current());
        }
        return headers;
    }
}
