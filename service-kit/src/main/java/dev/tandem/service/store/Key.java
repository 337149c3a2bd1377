package dev.tandem.service.store;

import java.util.Objects;

/**
 * Primary key of an item.
 *
 * @param pk partition key
 * @param sk sort key
 */
public record Key(String pk, String sk) {

    /** Rejects nulls and empty keys, which DynamoDB refuses. */
    public Key {
        if (Objects.requireNonNull(pk, "pk").isEmpty() || Objects.requireNonNull(sk, "sk").isEmpty()) {
            throw new IllegalArgumentException("key '" + pk + "' / '" + sk + "', expected two texts that are not empty");
        }
    }

    @Override
    public String toString() {
        return pk + " / " + sk;
    }
}
