package dev.tandem.e2e.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Users of the simulator's IAM, so that {@link Moto#enforceIam()} has somebody to refuse. Made before it is enforced. */
public final class MotoUsers {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private MotoUsers() {}

    /**
     * A user who may do certain actions on everything.
     *
     * @param name    unique in the simulator since its reset
     * @param actions such as {@code kms:Sign}
     * @return the user's access key
     */
    public static AwsCredentials allowed(Moto moto, String name, String... actions) {
        return having(moto, name, "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":[\""
                + String.join("\",\"", actions) + "\"]}]}");
    }

    /**
     * A user with a policy.
     *
     * @param name   unique in the simulator since its reset
     * @param policy JSON
     * @return the user's access key
     */
    public static AwsCredentials having(Moto moto, String name, String policy) {
        call(moto, Map.of("Action", "CreateUser", "UserName", name));
        call(moto, Map.of("Action", "PutUserPolicy", "UserName", name, "PolicyName", "own", "PolicyDocument", policy));
        String key = call(moto, Map.of("Action", "CreateAccessKey", "UserName", name));
        return AwsBasicCredentials.create(element("AccessKeyId", key), element("SecretAccessKey", key));
    }

    private static String call(Moto moto, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")) + "&Version=2010-05-08";
        HttpRequest request = HttpRequest.newBuilder(moto.endpoint())
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, "
                        + "SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("the simulator answered " + response.statusCode() + " to " + form.get("Action")
                        + ", expected 200: " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String element(String name, String xml) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        if (!matcher.find()) {
            throw new AssertionError("no <" + name + "> in " + xml);
        }
        return matcher.group(1);
    }
}
