package dev.tandem.policy.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Header blocks of one connection (RFC 7541): each may refer to what earlier ones said, so all have to be read, in order.
 * Used by one thread at a time.
 */
final class HeaderDecoder {

    private static final int TABLE_SIZE = 4096;
    /** What an entry counts beside its characters. */
    private static final int OVERHEAD = 32;
    private static final int LONGEST_INTEGER_SHIFT = 21;

    private record Entry(String name, String value) {
        int size() {
            return name.length() + value.length() + OVERHEAD;
        }
    }

    private final Huffman huffman = new Huffman();
    /** The newest entry last. */
    private final List<Entry> table = new ArrayList<>();
    private int tableSize;
    private int maxTableSize = TABLE_SIZE;
    private byte[] block;
    private int position;

    void decode(byte[] bytes, BiConsumer<String, String> fields) throws BrokenConnectionException {
        block = bytes;
        position = 0;
        while (position < block.length) {
            int first = block[position] & 0xff;
            if (first >= 0x80) {
                Entry entry = entry(integer(7));
                fields.accept(entry.name, entry.value);
            } else if (first >= 0x40) {
                Entry entry = literal(6);
                remember(entry);
                fields.accept(entry.name, entry.value);
            } else if (first >= 0x20) {
                maxTableSize = integer(5);
                if (maxTableSize > TABLE_SIZE) {
                    throw broken("a table of " + maxTableSize + " bytes, expected at most " + TABLE_SIZE);
                }
                shrink(maxTableSize);
            } else {
                Entry entry = literal(4);
                fields.accept(entry.name, entry.value);
            }
        }
    }

    private Entry literal(int prefix) throws BrokenConnectionException {
        int index = integer(prefix);
        String name = index == 0 ? text() : entry(index).name;
        return new Entry(name, text());
    }

    private Entry entry(int index) throws BrokenConnectionException {
        if (index >= 1 && index <= StaticHeaders.COUNT) {
            return new Entry(StaticHeaders.name(index), StaticHeaders.value(index));
        }
        int fromNewest = index - StaticHeaders.COUNT - 1;
        if (index == 0 || fromNewest >= table.size()) {
            throw broken("reference to header " + index + ", there are " + (StaticHeaders.COUNT + table.size()));
        }
        return table.get(table.size() - 1 - fromNewest);
    }

    private void remember(Entry entry) {
        shrink(Math.max(0, maxTableSize - entry.size()));
        if (entry.size() <= maxTableSize) {
            table.add(entry);
            tableSize += entry.size();
        }
    }

    private void shrink(int size) {
        int drop = 0;
        while (tableSize > size) {
            tableSize -= table.get(drop++).size();
        }
        table.subList(0, drop).clear();
    }

    private int integer(int prefix) throws BrokenConnectionException {
        int most = (1 << prefix) - 1;
        int value = next() & most;
        if (value < most) {
            return value;
        }
        for (int shift = 0; ; shift += 7) {
            int more = next();
            if (shift > LONGEST_INTEGER_SHIFT) {
                throw broken("a number that is too large");
            }
            value += (more & 0x7f) << shift;
            if (more < 0x80) {
                return value;
            }
        }
    }

    @SuppressWarnings("deprecation") // the constructor that takes bytes for characters
    private String text() throws BrokenConnectionException {
        boolean coded = position < block.length && block[position] < 0;
        int length = integer(7);
        if (length > block.length - position) {
            throw broken("a text that goes on behind its end");
        }
        int from = position;
        position += length;
        return coded ? huffman.decode(block, from, length) : new String(block, 0, from, length);
    }

    private int next() throws BrokenConnectionException {
        if (position == block.length) {
            throw broken("an end where a number should go on");
        }
        return block[position++] & 0xff;
    }

    private static BrokenConnectionException broken(String what) {
        return new BrokenConnectionException(BrokenConnectionException.COMPRESSION, "headers with " + what);
    }
}
