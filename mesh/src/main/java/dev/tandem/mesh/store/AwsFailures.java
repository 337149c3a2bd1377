package dev.tandem.mesh.store;

import dev.tandem.mesh.route.RouteSourceException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what the AWS SDK throws into messages that name action, resource, role and remedy. */
public final class AwsFailures {

    /** IAM's words, in every service: "User: ARN is not authorized to perform: ACTION on resource: ...". */
    private static final Pattern CALLER = Pattern.compile("User: (\\S+)");

    private AwsFailures() {}

    /**
     * Explains a failed call.
     *
     * @param action   IAM action, such as {@code dynamodb:GetItem}
     * @param resource what it was about, such as {@code table tandem-prod-routes in eu-central-1}
     * @param failure  what the SDK threw
     */
    public static RouteSourceException explain(String action, String resource, SdkException failure) {
        return new RouteSourceException(message(action, resource, failure), failure);
    }

    /** The message of {@link #explain}. */
    public static String message(String action, String resource, SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            String code = service.awsErrorDetails() == null ? "" : String.valueOf(service.awsErrorDetails().errorCode());
            return service(action, resource, service, code);
        }
        String text = String.valueOf(failure.getMessage());
        if (failure instanceof SdkClientException && text.toLowerCase(Locale.ROOT).contains("credentials")) {
            return action + " on " + resource + ": no AWS credentials were found. Log in (aws sso login), choose a profile with"
                    + " --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
        }
        return action + " on " + resource + ": no answer (" + firstLine(text) + "). Check network and --endpoint; repeating is safe";
    }

    private static String service(String action, String resource, AwsServiceException failure, String code) {
        String details = failure.awsErrorDetails() == null ? "" : String.valueOf(failure.awsErrorDetails().errorMessage());
        if (code.contains("AccessDenied") || code.contains("Unauthorized") || failure.statusCode() == 403 && !isLogin(code)) {
            Matcher caller = CALLER.matcher(details);
            return "access denied: " + (caller.find() ? caller.group(1) : "the caller") + " may not " + action + " on " + resource
                    + ". Allow the action in that role's policy, or use a role that has it (--profile)";
        }
        if (isLogin(code)) {
            return action + " on " + resource + ": the AWS credentials are refused (" + code + "). Log in again; with "
                    + "RequestExpired or SignatureDoesNotMatch also check this machine's clock";
        }
        if (code.equals("ResourceNotFoundException")) {
            return action + ": there is no " + resource + ". Deploy the stack there first, or check --region and --environment";
        }
        return action + " on " + resource + ": " + code + " " + firstLine(details) + " (HTTP " + failure.statusCode() + ")";
    }

    private static boolean isLogin(String code) {
        return code.contains("ExpiredToken") || code.contains("UnrecognizedClient") || code.contains("InvalidClientTokenId")
                || code.contains("InvalidSignature") || code.contains("SignatureDoesNotMatch") || code.contains("RequestExpired");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
