package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the agent makes of an Envoy that takes its time. */
class EnvoyClientTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer envoy;
    private EnvoyClient client;

    /** Answers from the second time on that its health is failed. */
    @BeforeEach
    void start() throws IOException {
        envoy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        envoy.setExecutor(threads);
        envoy.createContext("/healthcheck/fail", exchange -> {
            try (exchange) {
                if (asked.incrementAndGet() == 1) {
                    over.await(60, TimeUnit.SECONDS);
                }
                exchange.sendResponseHeaders(200, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        envoy.start();
        client = new EnvoyClient("127.0.0.1", envoy.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        over.countDown();
        envoy.stop(0);
        threads.shutdownNow();
    }

    @Test
    void oneThatIsBusyForAWhileIsToldAgainThatItsHealthFails() {
        assertThat(client.failHealth()).as("its callers are still to forget it").isTrue();
        assertThat(asked.get()).isBetween(2, 3);
    }

    @Test
    void oneThatIsGoneIsNotWaitedFor() {
        stop();
        assertThat(client.failHealth()).isFalse();
        assertThat(asked).hasValue(0);
    }
}
