package dev.tandem.mesh.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class AwsFailuresTest {

    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/tandem-prod-operator/anna";

    private static String message(SdkException failure) {
        return AwsFailures.message("dynamodb:PutItem", "table tandem-prod-routes in eu-central-1", failure);
    }

    private static SdkException service(int status, String code, String text) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(text).build())
                .build();
    }

    @Test
    void deniedAccessNamesRoleActionAndTable() {
        assertThat(message(service(400, "AccessDeniedException", "User: " + ROLE + " is not authorized to perform:"
                        + " dynamodb:PutItem on resource: arn:aws:dynamodb:eu-central-1:111122223333:table/tandem-prod-routes")))
                .isEqualTo("access denied: " + ROLE + " may not dynamodb:PutItem on table tandem-prod-routes in eu-central-1."
                        + " Allow the action in that role's policy, or use a role that has it (--profile)");
        assertThat(message(DynamoDbException.builder().statusCode(403).build())).startsWith("access denied: the caller may not");
    }

    @Test
    void credentialsThatAreMissingOrOldAreSaid() {
        assertThat(message(SdkClientException.create("Unable to load credentials from any of the providers in the chain")))
                .isEqualTo("dynamodb:PutItem on table tandem-prod-routes in eu-central-1: no AWS credentials were found. Log in"
                        + " (aws sso login), choose a profile with --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        assertThat(message(service(400, "ExpiredTokenException", "The security token included in the request is expired")))
                .contains("the AWS credentials are refused (ExpiredTokenException). Log in again")
                .contains("clock");
        assertThat(message(service(403, "UnrecognizedClientException", "The security token is invalid")))
                .contains("the AWS credentials are refused (UnrecognizedClientException)");
    }

    @Test
    void otherFailuresKeepTheirWords() {
        assertThat(message(SdkClientException.create("Connect to 127.0.0.1:1 failed: refused\nmore")))
                .isEqualTo("dynamodb:PutItem on table tandem-prod-routes in eu-central-1: no answer (Connect to 127.0.0.1:1 failed:"
                        + " refused). Check network and --endpoint; repeating is safe");
        assertThat(message(service(400, "ResourceNotFoundException", "Requested resource not found")))
                .isEqualTo("dynamodb:PutItem: there is no table tandem-prod-routes in eu-central-1. Deploy the stack there first,"
                        + " or check --region and --environment");
        assertThat(message(service(400, "ThrottlingException", "Rate exceeded"))).endsWith("ThrottlingException Rate exceeded (HTTP 400)");
    }
}
