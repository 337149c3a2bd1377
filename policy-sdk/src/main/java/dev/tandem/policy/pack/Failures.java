package dev.tandem.policy.pack;

/** Failures in one line, without a stack trace. */
final class Failures {

    private Failures() {}

    static String describe(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName()
                + (e.getMessage() == null ? "" : ": " + e.getMessage())
                + (trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber());
    }
}
