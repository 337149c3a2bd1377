package dev.tandem.e2e.aws;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Query APIs of the simulator whose client library is not here: enough to set a scene. */
public final class QueryApi {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String region;

    /** @param region that is acted in */
    public QueryApi(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    /** Calls an action and returns the answer, XML. */
    public String call(String service, String action, Map<String, String> parameters) {
        String body = "Action=" + action + "&Version=" + (service.equals("ec2") ? "2016-11-15" : "2015-12-01") + parameters.entrySet().stream()
                .map(each -> "&" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/" + region + "/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(action + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(action, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Texts of all elements of a name. */
    public static List<String> all(String xml, String element) {
        Matcher matcher = Pattern.compile("<" + element + ">\\s*([^<]*?)\\s*</" + element + ">").matcher(xml);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
