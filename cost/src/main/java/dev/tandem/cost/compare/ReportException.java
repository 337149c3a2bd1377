package dev.tandem.cost.compare;

/** A file that is no report with a bill. The message names file, place, what was found and expected. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportException(String message) {
        super(message, null, false, false);
    }
}
