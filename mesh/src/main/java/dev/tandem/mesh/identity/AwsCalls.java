package dev.tandem.mesh.identity;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns what AWS says into what a reader can act on.
 *
 * @param role the role that these calls are expected to be made with
 */
public record AwsCalls(String role) {

    private static final int FORBIDDEN = 403;

    /**
     * Calls AWS.
     *
     * @param action   as policies have it, such as {@code kms:Sign}
     * @param resource what it acts on: an ARN or a name
     * @throws IdentityException when AWS refuses, fails or can't be reached; exceptions that the caller lists pass
     */
    @SafeVarargs
    public final <T> T call(String action, String resource, Supplier<T> call, Class<? extends SdkException>... passing) {
        try {
            return call.get();
        } catch (SdkException e) {
            for (Class<? extends SdkException> type : passing) {
                if (type.isInstance(e)) {
                    throw e;
                }
            }
            throw told(action, resource, e);
        }
    }

    private IdentityException told(String action, String resource, SdkException e) {
        if (e instanceof AwsServiceException service && denied(service)) {
            return new IdentityException("access denied: " + action + " on " + resource + " was refused (" + said(service)
                    + "). Expected: the caller is the role " + role + ", and its policy"
                    + (action.startsWith("kms:") ? " and the key's policy allow " : " allows ") + action
                    + " there. See who calls with: aws sts get-caller-identity", e);
        }
        if (e instanceof SdkClientException) {
            return new IdentityException(action + " on " + resource + " could not be asked: " + e.getMessage()
                    + ". Check credentials, region and network", e);
        }
        return new IdentityException(action + " on " + resource + " failed: "
                + (e instanceof AwsServiceException service ? said(service) : e.getMessage()), e);
    }

    private static boolean denied(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        return e.statusCode() == FORBIDDEN || code.startsWith("AccessDenied");
    }

    private static String said(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        if (details == null || details.errorMessage() == null) {
            return "AWS said: HTTP " + e.statusCode() + (e.requestId() == null ? "" : ", request " + e.requestId());
        }
        return "AWS said: " + details.errorCode() + ": " + details.errorMessage();
    }
}
