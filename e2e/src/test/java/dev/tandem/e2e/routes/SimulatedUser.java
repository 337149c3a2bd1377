package dev.tandem.e2e.routes;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** A user of the simulator with a policy of its own, made over IAM's query protocol so that its SDK is not needed. */
final class SimulatedUser {

    private SimulatedUser() {}

    /** Creates the user and an access key. */
    static AwsBasicCredentials create(URI endpoint, String name, String policy) {
        call(endpoint, Map.of("Action", "CreateUser", "UserName", name));
        call(endpoint, Map.of("Action", "PutUserPolicy", "UserName", name, "PolicyName", "own", "PolicyDocument", policy));
        String answer = call(endpoint, Map.of("Action", "CreateAccessKey", "UserName", name));
        return AwsBasicCredentials.create(element(answer, "AccessKeyId"), element(answer, "SecretAccessKey"));
    }

    private static String element(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in the simulator's answer: " + xml);
        }
        return matcher.group(1);
    }

    private static String call(URI endpoint, Map<String, String> form) {
        Map<String, String> fields = new TreeMap<>(form);
        fields.put("Version", "2010-05-08");
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20261126/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=host, Signature=none")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the simulator answered " + answer.statusCode() + " to " + form + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError("the simulator did not answer " + form, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
