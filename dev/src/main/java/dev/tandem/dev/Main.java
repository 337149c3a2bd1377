package dev.tandem.dev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The process behind {@code ./tandem dev}: starts all, says so in the file {@code ready}, and ends all on SIGTERM. */
public final class Main {

    private Main() {}

    /** Exit 2: something is missing or taken; what and how to fix it is on stderr. */
    public static void main(String[] args) throws InterruptedException, IOException {
        LocalEdge.prepare();
        DevLayout layout = DevLayout.of(System.getenv());
        Path ready = layout.state().resolve("ready");
        Files.createDirectories(layout.state());
        Files.deleteIfExists(ready);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            try {
                ended.await(30, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop"));
        int step = Integer.parseInt(System.getenv().getOrDefault("TANDEM_DEV_STEP_SECONDS", "60"));
        try (Town town = new Town(layout, step, line -> System.err.println("dev: " + line))) {
            Files.writeString(layout.state().resolve("env"), exports(town.edge(), town.aws().endpoint()));
            Files.writeString(ready, """
                    edge    %s
                    page    http://127.0.0.1:%d
                    aws     %s
                    logs    %s
                    """.formatted(town.edge(), layout.pagePort(), town.aws().endpoint(), layout.state().resolve("logs")));
            end.await();
            Files.deleteIfExists(ready);
        } catch (DevException e) {
            System.err.println("dev: " + e.getMessage());
            ended.countDown();
            Runtime.getRuntime().halt(2);
        } finally {
            ended.countDown();
        }
    }

    /** For a shell that may start {@code ./tandem dev} again: no name of it means something else to an agent. */
    static String exports(URI url, URI endpoint) {
        return """
                # For the operator's commands on ./tandem dev: . this file, then for instance ./tandem canary start auth
                unset AWS_PROFILE
                export TANDEM_DEV_URL=%s TANDEM_ENVIRONMENT=%s TANDEM_AWS_ENDPOINT=%s
                export AWS_REGION=%s AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
                """.formatted(url, CloudResources.ENVIRONMENT, endpoint, Simulator.REGION);
    }
}
