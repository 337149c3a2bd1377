package dev.tandem.e2e.machines;

import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code e2e/machines/serve.py} as a process: two regions whose machines run. For one thread. */
final class ServedPair implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final URI endpoint;

    ServedPair() {
        try {
            Path log = Path.of("target", "served-pair.log");
            ProcessBuilder builder = new ProcessBuilder(List.of(Tools.AUDIT.path().resolve("bin/python").toString(), "serve.py"))
                    .directory(ScratchClone.repository().resolve("e2e/machines").toFile())
                    .redirectError(log.toFile());
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            process = builder.start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            orders = process.outputWriter(StandardCharsets.UTF_8);
            endpoint = URI.create(line(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** Gives an order; returns the pair's state after it, JSON. */
    String order(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return line(Path.of("target", "served-pair.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Path log) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new AssertionError("serve.py ended; it wrote into " + log.toAbsolutePath());
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
