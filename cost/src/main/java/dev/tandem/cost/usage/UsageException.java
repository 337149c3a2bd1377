package dev.tandem.cost.usage;

import java.util.List;

/** A usage file that must not be used. The message lists every fault: file, key, found, expected, example. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(List<String> faults) {
        super(String.join("\n", faults), null, false, false);
    }
}
