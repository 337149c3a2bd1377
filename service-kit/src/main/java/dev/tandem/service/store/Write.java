package dev.tandem.service.store;

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
    record Check(Key key, Condition condition) implements Write {}

    /** Puts a new item. */
    static Write create(Item item) {
        return new Put(item, Condition.absent());
    }

    /** Puts an item, whatever is there. */
    static Write put(Item item) {
        return new Put(item, Condition.none());
    }
}
