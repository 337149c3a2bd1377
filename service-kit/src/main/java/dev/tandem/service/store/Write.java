package dev.tandem.service.store;

import java.util.List;

/** One part of a transaction. */
public sealed interface Write {

    /** The item that it is about. */
    Key key();

    /** What must hold. */
    Condition condition();

    /** Puts an item in place of whatever is there. */
    record Put(Item item, Condition condition) implements Write {
        @Override
        public Key key() {
            return item.key();
        }
    }

    /** Removes an item; none is no error, unless the condition says so. */
    record Delete(Key key, Condition condition) implements Write {}

    /** Changes nothing, and refuses the transaction when the condition does not hold. */
    record Check(Key key, Condition condition) implements Write {

        /** @throws IllegalArgumentException when it would check nothing, which DynamoDB refuses */
        public Check {
            if (condition.kind() == Condition.Kind.NONE) {
                throw new IllegalArgumentException("a check of " + key + " without a condition, expected one; to change nothing, leave it out");
            }
        }
    }

    /**
     * A transaction's writes, as DynamoDB takes them.
     *
     * @throws IllegalArgumentException unless there are 1 to 100, each of another item
     */
    static List<Write> transaction(List<Write> writes) {
        if (writes.isEmpty() || writes.size() > 100 || writes.stream().map(Write::key).distinct().count() != writes.size()) {
            throw new IllegalArgumentException(writes.size() + " writes, expected 1 to 100, each of another item: "
                    + writes.stream().map(Write::key).limit(10).toList());
        }
        return writes;
    }

    /** Puts a new item. */
    static Write create(Item item) {
        return new Put(item, Condition.absent());
    }

    /** Puts an item, whatever is there. */
    static Write put(Item item) {
        return new Put(item, Condition.none());
    }
}
