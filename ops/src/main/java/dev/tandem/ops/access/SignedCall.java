package dev.tandem.ops.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.AwsFailures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * One call of an AWS API whose client library is not worth its megabytes, or is not to be had: a few calls of Service Quotas,
 * Budgets, ECR, Cloud Map, App Mesh, EC2 and Elastic Load Balancing. Signed by the SDK (SigV4). Immutable.
 *
 * @param access  region and credentials
 * @param service name that signs, such as {@code elasticloadbalancing}
 * @param host    first part of the address; with the region unless it has a dot
 */
public record SignedCall(AwsAccess access, String service, String host) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

    /**
     * A call of a JSON API.
     *
     * @param target value of {@code X-Amz-Target}; its last part is the action
     * @throws dev.tandem.mesh.route.RouteSourceException when it is refused or not answered
     */
    public JsonNode json(String target, ObjectNode body) {
        String action = service + ":" + target.substring(target.indexOf('.') + 1);
        String answer = send(action, request("application/x-amz-json-1.1").putHeader("X-Amz-Target", target), body.toString());
        return parsed(action, answer);
    }

    /** All pages of a list of a JSON API that goes on by {@code NextToken}; asked and refused like {@link #json}. */
    public List<JsonNode> pages(String target, ObjectNode body) {
        return pages(target, body, "NextToken");
    }

    /** @param token what the API calls the mark by which a list goes on */
    public List<JsonNode> pages(String target, ObjectNode body, String token) {
        List<JsonNode> pages = new ArrayList<>();
        ObjectNode request = body.deepCopy();
        String next;
        do {
            JsonNode page = json(target, request);
            pages.add(page);
            next = page.path(token).asText();
            request.put(token, next);
        } while (!next.isEmpty());
        return pages;
    }

    /** A call of a REST API without a body. */
    public JsonNode get(String action, String path) {
        String full = service + ":" + action;
        return parsed(full, send(full, request("application/json").method(SdkHttpMethod.GET).encodedPath(path), ""));
    }

    /** A call of a REST API without a body that answers in XML. */
    public String xml(String action, String path, Map<String, String> query) {
        SdkHttpFullRequest.Builder request = request("application/xml").method(SdkHttpMethod.GET).encodedPath(path);
        query.forEach(request::putRawQueryParameter);
        return send(service + ":" + action, request, "");
    }

    /**
     * A call of a query API.
     *
     * @param version of the API, a date
     * @return the answer, XML
     */
    public String query(String action, String version, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("Action", action);
        all.put("Version", version);
        String body = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("&"));
        return send(service + ":" + action, request("application/x-www-form-urlencoded; charset=utf-8"), body);
    }

    private SdkHttpFullRequest.Builder request(String contentType) {
        URI address = access.endpoint().orElseGet(() -> URI.create("https://" + (host.contains(".")
                ? host : host + "." + access.region() + ".amazonaws.com")));
        return SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(address).encodedPath("/").putHeader("Content-Type", contentType);
    }

    /** Once more when nothing came back: every call here may be made twice. */
    private String send(String action, SdkHttpFullRequest.Builder request, String body) {
        try {
            try {
                return once(request, body);
            } catch (IOException unanswered) {
                return once(request, body);
            }
        } catch (IOException failed) {
            throw failure(action, SdkClientException.create(String.valueOf(failed.getMessage()), failed));
        } catch (SdkException failure) {
            throw failure(action, failure);
        }
    }

    private RouteSourceException failure(String action, SdkException failure) {
        return AwsFailures.explain(action, "AWS in " + access.region(), failure);
    }

    private String once(SdkHttpFullRequest.Builder request, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        // The JDK's client silently sends a POST where a GET has a body, be it empty.
        boolean withBody = request.method() != SdkHttpMethod.GET;
        if (withBody) {
            request.putHeader("Content-Length", Integer.toString(bytes.length));
        }
        try (SdkHttpClient http = UrlConnectionHttpClient.builder().connectionTimeout(LIMIT).socketTimeout(LIMIT).build()) {
            SignedRequest signed = AwsV4HttpSigner.create().sign(sign -> sign.identity(access.credentials().resolveCredentials())
                    .request(request.build())
                    .payload(() -> new ByteArrayInputStream(bytes))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, access.region()));
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                    .request(signed.request()).contentStreamProvider(withBody ? signed.payload().orElse(null) : null).build()).call();
            String answer = "";
            if (response.responseBody().isPresent()) {
                try (InputStream in = response.responseBody().get()) {
                    answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            int status = response.httpResponse().statusCode();
            if (status / 100 != 2) {
                throw refused(status, answer);
            }
            return answer;
        }
    }

    private JsonNode parsed(String action, String answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException bad) {
            throw failure(action, SdkClientException.create("the answer is no JSON"));
        }
    }

    private static AwsServiceException refused(int status, String answer) {
        String code = first(CODE, answer);
        String message = first(MESSAGE, answer);
        try {
            if (code.isEmpty()) {
                JsonNode json = JSON.readTree(answer);
                code = json.path("__type").asText().replaceFirst(".*#", "");
                message = json.path("message").asText(json.path("Message").asText());
            }
        } catch (IOException neither) {
            message = answer;
        }
        return AwsServiceException.builder().statusCode(status).message(message)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build()).build();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
