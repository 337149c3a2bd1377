package dev.tandem.cost.book;

import java.util.List;

/** A price book that must not be used. The message lists every fault: entry, what was found, what was expected. */
public final class PriceBookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PriceBookException(String origin, List<String> faults) {
        super("price book " + origin + ": " + (faults.size() == 1 ? "1 fault" : faults.size() + " faults") + "\n  "
                + String.join("\n  ", faults), null, false, false);
    }
}
