package dev.tandem.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What becomes of DynamoDB's errors. */
class DynamoStoreTest {

    private static final List<Write> WRITES = List.of(Write.create(Item.of("a", "a")), Write.create(Item.of("b", "b")));

    static Stream<RuntimeException> passing() {
        return Stream.of(
                error(ProvisionedThroughputExceededException.builder(), 400, "ProvisionedThroughputExceededException"),
                error(DynamoDbException.builder(), 400, "ThrottlingException"),
                error(InternalServerErrorException.builder(), 500, "InternalServerError"),
                DynamoDbException.builder().message("no details").statusCode(503).build(),
                ApiCallTimeoutException.create(5_000));
    }

    @ParameterizedTest
    @MethodSource("passing")
    @Covers("R9.4")
    void whatWillPassIsSaidToBeBusy(RuntimeException thrown) {
        assertThatThrownBy(() -> store(thrown).transact(WRITES)).isInstanceOf(BusyException.class).hasCause(thrown)
                .hasMessageStartingWith("table accounts ");
        assertThatThrownBy(() -> store(thrown).get(new Key("a", "a"))).isInstanceOf(BusyException.class).hasCause(thrown);
    }

    @Test
    @Covers("R9.4")
    void aTransactionThatIsThrottledOrMeetsAnotherIsBusy() {
        for (String reason : List.of("ThrottlingError", "ProvisionedThroughputExceeded", "TransactionConflict")) {
            assertThatThrownBy(() -> store(cancelled("None", reason)).transact(WRITES)).isInstanceOf(BusyException.class)
                    .hasMessage("table accounts cancelled a transaction: [None, " + reason + "]");
        }
    }

    @Test
    void aConditionThatDoesNotHoldIsAConflictWhateverElseThereIs() {
        assertThatThrownBy(() -> store(cancelled("ThrottlingError", "ConditionalCheckFailed")).transact(WRITES))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> assertThat(conflict.index()).isEqualTo(1));
    }

    @Test
    void whatIsWrongForGoodStaysWhatItIs() {
        RuntimeException missing = error(ResourceNotFoundException.builder(), 400, "ResourceNotFoundException");

        assertThatThrownBy(() -> store(missing).transact(WRITES)).isSameAs(missing);
    }

    private static RuntimeException cancelled(String... reasons) {
        return TransactionCanceledException.builder().cancellationReasons(Stream.of(reasons)
                .map(reason -> CancellationReason.builder().code(reason).build()).toList()).statusCode(400).build();
    }

    private static RuntimeException error(DynamoDbException.Builder builder, int status, String code) {
        builder.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("too much").build());
        builder.statusCode(status);
        return (RuntimeException) builder.build();
    }

    private static DynamoStore store(RuntimeException thrown) {
        return new DynamoStore(new DynamoDbClient() {
            @Override
            public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                throw thrown;
            }

            @Override
            public GetItemResponse getItem(GetItemRequest request) {
                throw thrown;
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        }, "accounts");
    }
}
