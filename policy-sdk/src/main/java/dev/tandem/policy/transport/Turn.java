package dev.tandem.policy.transport;

/**
 * Whose turn it is to read a connection. The reading thread also does the work that it read, so that a call costs no
 * waking of another thread; while it does, it is busy, and when that takes long another thread may take the turn.
 * Thread-safe.
 */
final class Turn {

    private Thread busy;
    private long since;
    private long number;
    private boolean offered;

    /** The reading thread begins something that may take long. */
    synchronized void begin() {
        busy = Thread.currentThread();
        since = System.nanoTime();
        number++;
        offered = false;
    }

    /** The end of that; false when it is no longer this thread's turn. */
    synchronized boolean end() {
        boolean mine = busy == Thread.currentThread();
        if (mine) {
            busy = null;
        }
        return mine;
    }

    synchronized boolean isMine() {
        return busy == Thread.currentThread();
    }

    synchronized boolean isBusy() {
        return busy != null;
    }

    /** {@return what to {@link #take}, once for each time that the reading thread is late; otherwise 0} */
    synchronized long offer(long limitNanos) {
        if (busy == null || offered || System.nanoTime() - since < limitNanos) {
            return 0;
        }
        offered = true;
        return number;
    }

    /** An offer that nobody could be found for is made again. */
    synchronized void withdraw(long offer) {
        if (number == offer) {
            offered = false;
        }
    }

    /** Makes it this thread's turn, unless the late one came to an end meanwhile. */
    synchronized boolean take(long offer) {
        boolean free = busy != null && number == offer;
        if (free) {
            busy = null;
        }
        return free;
    }
}
