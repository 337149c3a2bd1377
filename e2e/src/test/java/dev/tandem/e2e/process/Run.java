package dev.tandem.e2e.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a command to its end, or to its time limit: then it and all its children are killed, and the test fails. */
public final class Run {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Run() {}

    /**
     * What a command did.
     *
     * @param out what it wrote on stdout
     * @param err what it wrote on stderr
     */
    public record Finished(List<String> command, int exit, String out, String err) {

        /** All that it wrote: stdout, then stderr. */
        public String text() {
            return out + err;
        }

        /**
         * This, if the command succeeded.
         *
         * @throws AssertionError with everything that it wrote, if not
         */
        public Finished succeeded() {
            if (exit != 0) {
                throw new AssertionError("exit " + exit + ", expected 0, of " + String.join(" ", command) + "\n" + text());
            }
            return this;
        }
    }

    /** Runs a command in a directory with the environment of this process. */
    public static Finished in(Path directory, String... command) {
        return in(directory, Map.of(), LONGEST, List.of(command));
    }

    /**
     * Runs a command.
     *
     * @param environment added to that of this process; an empty value takes the variable out
     * @throws AssertionError when it is not done after {@code limit}, with the last that was heard of it
     */
    public static Finished in(Path directory, Map<String, String> environment, Duration limit, List<String> command) {
        try {
            Path out = Files.createTempFile("tandem-run", ".out");
            Path err = Files.createTempFile("tandem-run", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // An archive made in the background would outlive a short-lived clone, and takes time from the tests.
            builder.environment().put("TANDEM_ARCHIVE", "off");
            // Set by ./tandem test for its own messages; what a test starts should be heard as it is.
            builder.environment().remove("TANDEM_PROGRESS");
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            Process process = builder.start();
            boolean done = waitFor(process, limit);
            Finished finished = new Finished(command, done ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            if (!done) {
                throw new AssertionError("killed after " + limit.toSeconds() + " s: " + String.join(" ", command)
                        + "\nlast heard:\n" + tail(finished.out()) + tail(finished.err()));
            }
            return finished;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean waitFor(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        return false;
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())) + "\n";
    }
}
