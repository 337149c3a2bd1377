package dev.tandem.policy.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Writes each call of one run of a pack to a file of its own, at once, and again with the answer. Thread-safe. */
public final class Recording {

    /** The environment variable that names the directory. */
    public static final String VARIABLE = "TANDEM_POLICY_RECORD";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private final Path directory;
    private final Consumer<String> complain;
    private final Scrubber scrubber = new Scrubber();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean broken;

    private Recording(Path directory, Consumer<String> complain) {
        this.directory = directory;
        this.complain = complain;
    }

    /**
     * Starts a recording in a new directory below the one that is named: an update runs a pack twice.
     *
     * @param complain hears once when nothing can be written any more
     * @throws IllegalArgumentException when it cannot be made
     */
    public static Recording below(String directory, Clock clock, Consumer<String> complain) {
        try {
            Path parent = Files.createDirectories(Path.of(directory).toAbsolutePath());
            Path own = parent.resolve(TIME.format(clock.instant()) + "-" + ProcessHandle.current().pid());
            // It shows how an infrastructure is made, so it is for the owner's eyes.
            return new Recording(
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                            ? Files.createDirectory(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                            : Files.createDirectory(own),
                    complain);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new IllegalArgumentException("environment variable " + VARIABLE + " is '" + directory
                    + "': expected a directory that can be written (" + e + ")");
        }
    }

    /** Where the files are. */
    public Path directory() {
        return directory;
    }

    /** One call, being answered. */
    Call begin(String name, Message request) {
        Call call = new Call(String.format(Locale.ROOT, "%05d-%s.json", calls.incrementAndGet(), name));
        call.content.put("call", name);
        call.set("request", request);
        call.write();
        return call;
    }

    /** A call and its file. */
    final class Call {
        private final String file;
        private final ObjectNode content = RecordedCall.JSON.createObjectNode();

        private Call(String file) {
            this.file = file;
        }

        void answered(Message answer) {
            set("answer", answer);
        }

        void ended(Status status) {
            if (!status.isOk()) {
                content.set("error", scrubber.scrub(RecordedCall.JSON.createObjectNode()
                        .put("code", status.getCode().name())
                        .put("description", status.getDescription())));
            }
            write();
        }

        private void set(String field, Message message) {
            try {
                content.set(field, scrubber.scrub(RecordedCall.json(message)));
            } catch (IllegalArgumentException | StackOverflowError e) {
                // A number that is none, or too deep. What is not understood may hold secrets, so nothing of it is kept.
                content.put(field + "NotRecorded", "this message has no JSON form");
            }
        }

        private void write() {
            if (broken) {
                return;
            }
            try {
                Path half = directory.resolve("." + file);
                Files.writeString(half, RecordedCall.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
                Files.move(half, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | StackOverflowError e) {
                broken = true;
                complain.accept("recording to '" + directory + "' ended: " + e);
            }
        }
    }
}
