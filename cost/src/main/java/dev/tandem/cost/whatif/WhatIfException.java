package dev.tandem.cost.whatif;

import java.util.List;

/** A change that cannot be made. The message lists every fault: what was found, expected, and an example. */
public final class WhatIfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WhatIfException(List<String> faults) {
        super(String.join("\n", faults), null, false, false);
    }
}
