package dev.tandem.service.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A table of DynamoDB with the keys {@code pk} and {@code sk}, as the component MeshService makes it. */
public final class DynamoStore implements Store {

    private final DynamoDbClient dynamo;
    private final String table;

    /** Over a table; the client's own settings say how often and how long it tries. */
    public DynamoStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Item> get(Key key) {
        return guarded(() -> {
            Map<String, AttributeValue> found =
                    dynamo.getItem(get -> get.tableName(table).key(DynamoItems.key(key)).consistentRead(true)).item();
            return found.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.item(found));
        });
    }

    @Override
    public List<Item> query(String pk, String prefix) {
        return guarded(() -> dynamo.queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk" + (prefix.isEmpty() ? "" : " AND begins_with(sk, :sk)"))
                        .expressionAttributeValues(prefix.isEmpty()
                                ? Map.of(":pk", AttributeValue.fromS(pk))
                                : Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(prefix))))
                .items().stream().map(DynamoItems::item).toList());
    }

    @Override
    public void transact(List<Write> writes) {
        List<TransactWriteItem> items = Write.transaction(writes).stream().map(this::write).toList();
        guarded(() -> {
            try {
                return dynamo.transactWriteItems(transaction -> transaction.transactItems(items));
            } catch (TransactionCanceledException e) {
                List<CancellationReason> reasons = e.cancellationReasons();
                for (int i = 0; i < reasons.size(); i++) {
                    if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
                        throw new ConflictException(i, writes.get(i));
                    }
                }
                // TransactionConflict, ThrottlingError and the like: nothing is wrong with the request itself.
                throw new BusyException("table " + table + " cancelled a transaction: "
                        + reasons.stream().map(CancellationReason::code).toList(), e);
            }
        });
    }

    private TransactWriteItem write(Write write) {
        Condition condition = write.condition();
        TransactWriteItem.Builder item = TransactWriteItem.builder();
        if (write instanceof Write.Put put) {
            item.put(p -> p.tableName(table).item(DynamoItems.attributes(put.item()))
                    .conditionExpression(DynamoItems.expression(condition))
                    .expressionAttributeNames(DynamoItems.names(condition))
                    .expressionAttributeValues(DynamoItems.values(condition)));
        } else if (write instanceof Write.Delete) {
            item.delete(d -> d.tableName(table).key(DynamoItems.key(write.key()))
                    .conditionExpression(DynamoItems.expression(condition))
                    .expressionAttributeNames(DynamoItems.names(condition))
                    .expressionAttributeValues(DynamoItems.values(condition)));
        } else {
            item.conditionCheck(c -> c.tableName(table).key(DynamoItems.key(write.key()))
                    .conditionExpression(DynamoItems.expression(condition))
                    .expressionAttributeNames(DynamoItems.names(condition))
                    .expressionAttributeValues(DynamoItems.values(condition)));
        }
        return item.build();
    }

    private <T> T guarded(java.util.function.Supplier<T> call) {
        try {
            return call.get();
        } catch (DynamoDbException e) {
            if (e.isThrottlingException() || e.statusCode() >= 500) {
                throw new BusyException("table " + table + " is busy: " + e.getMessage(), e);
            }
            throw e;
        } catch (SdkClientException e) {
            throw new BusyException("table " + table + " does not answer: " + e.getMessage(), e);
        }
    }
}
