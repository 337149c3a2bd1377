package dev.tandem.preview.child;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A program or pack running as a child process. It is never waited for without a limit, and it ends, with everything
 * that it started, when it is closed or when this JVM ends. Thread-safe.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ChildProcess::kill), "end-children"));
    }

    private final String name;
    private final Process process;
    private final Activity activity;
    private final Output stdout = new Output();
    private final Output stderr = new Output();
    private final List<Thread> readers = new ArrayList<>();

    private ChildProcess(String name, Process process, Activity activity) {
        this.name = name;
        this.process = process;
        this.activity = activity;
    }

    /**
     * Starts a process with an empty standard input.
     *
     * @param name what messages call it, such as {@code the program of stack eu-central-1}
     * @param environment added to this process's own
     * @throws ChildFailedException when the executable is missing or cannot be run
     */
    public static ChildProcess start(
            String name, List<String> command, Path directory, Map<String, String> environment, Activity activity) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        // With a tracing parent the Java SDK would look for a collector that is not ours.
        builder.environment().remove("TRACEPARENT");
        try {
            Process process = builder.start();
            ChildProcess child = new ChildProcess(name, process, activity);
            RUNNING.add(child);
            process.getOutputStream().close();
            child.readers.add(child.stdout.readFrom(process.getInputStream(), "stdout of " + name, activity));
            child.readers.add(child.stderr.readFrom(process.getErrorStream(), "stderr of " + name, activity));
            return child;
        } catch (IOException e) {
            throw new ChildFailedException(name + " did not start: '" + command.get(0) + "' cannot be run ("
                    + e.getMessage() + "), expected an executable file");
        }
    }

    /**
     * Waits for the end.
     *
     * @param silence how long it may be heard nothing of
     * @return the exit code
     * @throws ChildFailedException when it was silent for longer; it is killed then
     */
    public int await(Duration silence) {
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                giveUpIfSilent(silence, "went on");
            }
            for (Thread reader : readers) {
                reader.join(1000);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            RUNNING.remove(this);
        }
    }

    /**
     * Waits for the first line on standard output.
     *
     * @throws ChildFailedException when it ended without one, or was silent for too long
     */
    public String firstLine(Duration silence) {
        try {
            String line = stdout.first(50);
            while (line == null) {
                if (!process.isAlive() && (line = stdout.first(1000)) == null) {
                    throw new ChildFailedException(name + " ended with exit code " + process.exitValue()
                            + " before it was ready" + said());
                }
                giveUpIfSilent(silence, "was ready");
                line = line == null ? stdout.first(50) : line;
            }
            return line;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it printed last, standard error first; empty when nothing. */
    public List<String> lastLines() {
        List<String> lines = new ArrayList<>(stderr.lastLines());
        lines.addAll(stdout.lastLines());
        return lines;
    }

    /** Waits up to two seconds for the end of a process that is ending, so that its last words are there. */
    public void settle() {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                for (Thread reader : readers) {
                    reader.join(500);
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The end of a message that tells what it printed last; says so when it printed nothing. */
    public String said() {
        List<String> lines = lastLines();
        return lines.isEmpty() ? "; it printed nothing" : "; it printed last:\n    " + String.join("\n    ", lines);
    }

    /** Asks it to end, waits up to the limit, then kills it with all its descendants. */
    public void end(Duration grace) {
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        } finally {
            RUNNING.remove(this);
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        kill();
        RUNNING.remove(this);
    }

    private void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private void giveUpIfSilent(Duration limit, String waitedUntilIt) {
        if (activity.silence().compareTo(limit) > 0) {
            kill();
            throw new ChildFailedException(name + " was not heard of for " + limit.toSeconds()
                    + " seconds (the limit, see --timeout) while waiting until it " + waitedUntilIt
                    + "; heard last: " + activity.last() + said());
        }
    }

    private ChildFailedException interrupted() {
        kill();
        Thread.currentThread().interrupt();
        return new ChildFailedException(name + " was interrupted");
    }
}
