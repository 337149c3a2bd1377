package dev.tandem.policy.transport;

/**
 * Huffman coded texts in header fields (RFC 7541, appendix B). The code is canonical, so the length of each symbol's code
 * says all: codes of one length are in the order of their symbols, and follow the shorter ones.
 */
final class Huffman {

    /** The length of each symbol's code: a is 5 bits, z 30. */
    private static final String LENGTHS = "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhf"
            + "ibccccccccccccccccccccccdcdioijbkabababbbaccbbbabcbaabccccckgjixprpprrrsrssssststtrstssssqrsrsst"
            + "rqprrssqsrrtqrssqqrqsrssprrrsrrsvvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwv";
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;
    /** What fills the last byte up is the begin of the end mark, which is all ones. */
    private static final int MOST_PADDING = 7;

    private final byte[] symbols = new byte[LENGTHS.length()];
    /** By length: the first code, and where its symbol is. */
    private final int[] firstCode = new int[LONGEST + 1];
    private final int[] firstSymbol = new int[LONGEST + 2];

    Huffman() {
        int code = 0;
        int count = 0;
        for (int length = SHORTEST; length <= LONGEST; length++, code <<= 1) {
            firstCode[length] = code;
            firstSymbol[length] = count;
            for (int symbol = 0; symbol < symbols.length; symbol++) {
                if (LENGTHS.charAt(symbol) - 'a' + SHORTEST == length) {
                    symbols[count++] = (byte) symbol;
                    code++;
                }
            }
        }
        firstSymbol[LONGEST + 1] = count;
    }

    /** The text of these bytes, one character a byte. */
    @SuppressWarnings("deprecation") // the constructor that takes bytes for characters
    String decode(byte[] from, int offset, int length) throws BrokenConnectionException {
        byte[] out = new byte[length * 8 / SHORTEST];
        int size = 0;
        int code = 0;
        int bits = 0;
        for (int i = offset * 8; i < (offset + length) * 8; i++) {
            code = code << 1 | from[i >> 3] >> 7 - (i & 7) & 1;
            bits++;
            if (bits < SHORTEST) {
                continue;
            }
            if (bits > LONGEST) {
                throw new BrokenConnectionException(BrokenConnectionException.COMPRESSION, "the end mark inside a header");
            }
            int place = firstSymbol[bits] + code - firstCode[bits];
            if (place < firstSymbol[bits + 1]) {
                out[size++] = symbols[place];
                code = 0;
                bits = 0;
            }
        }
        if (bits > MOST_PADDING || code != (1 << bits) - 1) {
            throw new BrokenConnectionException(BrokenConnectionException.COMPRESSION, "a header that ends inside a symbol");
        }
        return new String(out, 0, 0, size);
    }
}
