package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLogFilter;
import io.envoyproxy.envoy.config.accesslog.v3.NotHealthCheckFilter;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import io.envoyproxy.envoy.extensions.access_loggers.stream.v3.StdoutAccessLog;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object per request on stdout. Headers that may hold secrets or personal data are not in it, nor is the query. */
final class AccessLogs {

    private AccessLogs() {}

    /** @param listener which listener took the request */
    static AccessLog of(String listener, String service, String version) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "access");
        fields.put("listener", listener);
        fields.put("service", service);
        fields.put("version", version);
        fields.put("time", "%START_TIME%");
        fields.put("correlationId", "%REQ(X-CORRELATION-ID?X-REQUEST-ID)%");
        fields.put("requestId", "%REQ(X-REQUEST-ID)%");
        fields.put("traceId", "%TRACE_ID%");
        fields.put("xrayTraceId", "%REQ(X-AMZN-TRACE-ID)%");
        fields.put("caller", "%DOWNSTREAM_PEER_URI_SAN%");
        fields.put("authority", "%REQ(:AUTHORITY)%");
        fields.put("method", "%REQ(:METHOD)%");
        fields.put("path", "%PATH(NQ:ORIG)%");
        fields.put("protocol", "%PROTOCOL%");
        fields.put("status", "%RESPONSE_CODE%");
        fields.put("flags", "%RESPONSE_FLAGS%");
        fields.put("details", "%RESPONSE_CODE_DETAILS%");
        fields.put("route", "%ROUTE_NAME%");
        fields.put("cluster", "%UPSTREAM_CLUSTER%");
        fields.put("upstream", "%UPSTREAM_HOST%");
        fields.put("attempts", "%UPSTREAM_REQUEST_ATTEMPT_COUNT%");
        fields.put("millis", "%DURATION%");
        fields.put("upstreamMillis", "%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%");
        fields.put("bytesIn", "%BYTES_RECEIVED%");
        fields.put("bytesOut", "%BYTES_SENT%");
        Struct.Builder json = Struct.newBuilder();
        fields.forEach((name, format) -> json.putFields(name, Value.newBuilder().setStringValue(format).build()));
        return AccessLog.newBuilder()
                .setName("envoy.access_loggers.stdout")
                .setFilter(AccessLogFilter.newBuilder()
                        .setNotHealthCheckFilter(NotHealthCheckFilter.getDefaultInstance()))
                .setTypedConfig(Any.pack(StdoutAccessLog.newBuilder()
                        .setLogFormat(SubstitutionFormatString.newBuilder().setJsonFormat(json).setOmitEmptyValues(true))
                        .build()))
                .build();
    }
}
