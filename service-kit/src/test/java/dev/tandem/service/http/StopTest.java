package dev.tandem.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void whatIsBeingAnsweredWhileItStopsIsAnswered() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (OpenTelemetrySdk telemetry = Telemetry.start("test", Optional.empty(), 1)) {
            HttpService service = HttpService.start("127.0.0.1", 0, new Routes().on("GET", "/slow", request -> {
                arrived.countDown();
                await(released);
                return Response.json(200, "\"done\"");
            }), new Traces(telemetry), new RedMetrics(telemetry));
            URI uri = URI.create("http://127.0.0.1:" + service.port() + "/slow");
            CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            await(arrived);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
            awaitRefusal(uri);
            assertThat(answer).as("the request that is in flight").isNotDone();
            released.countDown();

            assertThat(answer.get(60, TimeUnit.SECONDS).body()).isEqualTo("\"done\"");
            stopped.get(60, TimeUnit.SECONDS);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Until it takes no new connection: it is stopping. */
    private static void awaitRefusal(URI uri) throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                assertThat(socket.isConnected()).isTrue();
                Thread.sleep(50);
            } catch (IOException refused) {
                return;
            }
        }
        throw new AssertionError("it still takes connections, expected none while it stops");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing came within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
