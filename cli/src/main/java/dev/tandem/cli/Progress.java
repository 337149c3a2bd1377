package dev.tandem.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;

/** A line on standard error when the work takes longer than two seconds and somebody looks. */
final class Progress implements AutoCloseable {

    private static final long AFTER_MILLIS = 2000;

    private final Timer timer = new Timer("progress", true);

    private Progress() {}

    static Progress start(PrintWriter err) {
        return start(err, "previewing ...");
    }

    static Progress start(PrintWriter err, String line) {
        return start(err, line, AFTER_MILLIS);
    }

    static Progress start(PrintWriter err, String line, long afterMillis) {
        Progress progress = new Progress();
        progress.timer.schedule(new TimerTask() {
            @Override
            public void run() {
                err.println(line);
            }
        }, afterMillis);
        return progress;
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
