package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks are counted, not timed: after each the test may save a file. */
class WatchTest {

    private static final int LAST_LOOK = 12;

    @TempDir
    Path root;

    private final StringWriter err = new StringWriter();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(root.resolve("Pulumi.yaml"), "name: shop");
        Files.createDirectories(root.resolve("infra/target"));
    }

    @Test
    void a_saved_file_is_named_and_previews_once_more() {
        int code = watch(3, "infra/Main.java", 1);
        assertThat(runs).hasValue(2);
        assertThat(code).as("of the last preview").isEqualTo(2);
        assertThat(err.toString()).contains("watching; a saved file previews again, Ctrl-C ends")
                .contains("--- infra/Main.java changed");
    }

    @Test
    void several_files_saved_in_one_go_preview_once() {
        watch(3, "infra/Main.java", 5);
        assertThat(runs).hasValue(2);
    }

    @Test
    void what_a_build_writes_is_no_change() {
        watch(3, "infra/target/Main.class", 1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void what_a_preview_writes_itself_is_no_change() {
        AtomicInteger looks = new AtomicInteger();
        Watch watch = new Watch(root, Set.of(root.resolve("infra/../report.html")), Duration.ofMillis(5), () -> looks.incrementAndGet() < LAST_LOOK);
        watch.run(() -> {
            save("report.html", "report " + "of run ".repeat(runs.incrementAndGet()));
            return 0;
        }, new PrintWriter(err, true));
        assertThat(runs).as("previews").hasValue(1);
    }

    private int watch(int atLook, String name, int files) {
        AtomicInteger looks = new AtomicInteger();
        Watch watch = new Watch(root, Set.of(), Duration.ofMillis(5), () -> {
            if (looks.incrementAndGet() == atLook) {
                for (int i = 0; i < files; i++) {
                    save(i == 0 ? name : name + i, "saved");
                }
            }
            return looks.get() < LAST_LOOK;
        });
        return watch.run(runs::incrementAndGet, new PrintWriter(err, true));
    }

    private void save(String name, String text) {
        try {
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
