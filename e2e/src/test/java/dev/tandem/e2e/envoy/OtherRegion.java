package dev.tandem.e2e.envoy;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A network namespace that is one region while this one is the other, joined by a slow and lossy link. Needs root and Linux. */
public final class OtherRegion implements AutoCloseable {

    private static final String HERE = "10.171.0.1";
    private static final String THERE = "10.171.0.2";

    private final String name = "tandem-" + ProcessHandle.current().pid();
    private final Process link;

    /** @param oneWayMillis delay of each direction, milliseconds */
    public OtherRegion(int oneWayMillis, double lossPercent) {
        Path root = Path.of("/");
        Run.in(root, "ip", "netns", "add", name).succeeded();
        try {
            link = new ProcessBuilder(ScratchClone.repository().resolve("e2e/tools/region-link").toString(), name, HERE, THERE,
                            Integer.toString(oneWayMillis), Double.toString(lossPercent))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = new BufferedReader(new InputStreamReader(link.getInputStream(), StandardCharsets.UTF_8));
            if (!"ready".equals(out.readLine())) {
                throw new AssertionError("e2e/tools/region-link did not get ready");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why there can be none on this machine; empty when there can. */
    public static Optional<String> problem() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("network namespaces need root");
        }
        if (!Files.isReadable(Path.of("/dev/net/tun"))) {
            return Optional.of("there is no /dev/net/tun");
        }
        try {
            String probe = "tandem-probe-" + ProcessHandle.current().pid();
            Run.Finished made = Run.in(Path.of("/"), "ip", "netns", "add", probe);
            Run.in(Path.of("/"), "ip", "netns", "delete", probe);
            return made.exit() == 0 ? Optional.empty() : Optional.of("ip netns add: " + made.text());
        } catch (UncheckedIOException e) {
            return Optional.of("iproute2 is not installed: " + e.getMessage());
        }
    }

    /** Address of what runs there, reachable from here. */
    public String address() {
        return THERE;
    }

    /** What a command begins with to run there. */
    public List<String> prefix() {
        return List.of("ip", "netns", "exec", name);
    }

    @Override
    public void close() {
        link.destroy();
        try {
            link.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Run.in(Path.of("/"), "ip", "netns", "delete", name);
    }
}
