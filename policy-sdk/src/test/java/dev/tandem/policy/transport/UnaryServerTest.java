package dev.tandem.policy.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls as gRPC promises them, seen by Netty's client. */
class UnaryServerTest {

    private static byte[] bytes(int size) {
        byte[] out = new byte[size];
        new Random(size).nextBytes(out);
        return out;
    }

    @Test
    void messagesOfAnySizeComeAndGoWhole() throws Exception {
        try (Echo echo = Echo.saying(b -> b)) {
            for (int size : new int[] {0, 1, 16_383, 16_384, 16_385, 65_535, 65_536, 300_000, Echo.MAX_MESSAGE}) {
                assertThat(Echo.say(echo.channel(), bytes(size))).as(size + " bytes").isEqualTo(bytes(size));
            }
        }
    }

    @Test
    void answersKeepToWhatASmallClientIsReadyToTake() throws Exception {
        try (Echo echo = Echo.saying(b -> bytes(700_000))) {
            ManagedChannel small = echo.newChannel().initialFlowControlWindow(65_535).flowControlWindow(65_535).build();
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(Echo.saying(small, bytes(100_000)));
            }
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(bytes(700_000));
            }
            small.shutdownNow();
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedAndTheConnectionLivesOn() throws Exception {
        try (Echo echo = Echo.saying(b -> b)) {
            assertThatThrownBy(() -> Echo.say(echo.channel(), bytes(Echo.MAX_MESSAGE + 1)))
                    .hasMessage("RESOURCE_EXHAUSTED: gRPC message exceeds maximum size 1048576: 1048577");
            assertThat(Echo.say(echo.channel(), bytes(3))).isEqualTo(bytes(3));
        }
    }

    @Test
    void aStatusComesWithItsWholeText() throws Exception {
        String text = "100 % – ünknown\n" + "x".repeat(1000);
        try (Echo echo = new Echo((request, observer) ->
                observer.onError(Status.FAILED_PRECONDITION.withDescription(text).asRuntimeException()))) {
            assertThatThrownBy(() -> Echo.say(echo.channel(), bytes(1))).hasMessage("FAILED_PRECONDITION: " + text);
        }
    }

    @Test
    void whatTheWorkThrowsEndsTheCallAndNothingElse() throws Exception {
        try (Echo echo = Echo.saying(b -> {
            if (b.length == 1) {
                throw new IllegalStateException("odd");
            }
            return b;
        })) {
            assertThatThrownBy(() -> Echo.say(echo.channel(), bytes(1)))
                    .hasMessage("INTERNAL: the call failed with java.lang.IllegalStateException: odd");
            assertThat(Echo.say(echo.channel(), bytes(2))).isEqualTo(bytes(2));
        }
    }

    @Test
    void aMethodThatIsNotThereIsUnimplemented() throws Exception {
        MethodDescriptor<byte[], byte[]> other = Echo.METHOD.toBuilder().setFullMethodName("test.Echo/Sing").build();
        try (Echo echo = Echo.saying(b -> b)) {
            assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(echo.channel(), other, CallOptions.DEFAULT, bytes(70_000)))
                    .hasMessage("UNIMPLEMENTED: Method not found: test.Echo/Sing");
        }
    }

    @Test
    void aCompressedMessageIsRefused() throws Exception {
        try (Echo echo = Echo.saying(b -> b)) {
            assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(
                            echo.channel(), Echo.METHOD, CallOptions.DEFAULT.withCompression("gzip"), new byte[1000]))
                    .hasMessage("UNIMPLEMENTED: compressed messages are not supported");
        }
    }

    /** The listener hears of it also while the work still runs, when that asks; the answer is dropped. */
    @Test
    void aClientThatGivesUpIsNoticed() throws Exception {
        CompletableFuture<Boolean> noticed = new CompletableFuture<>();
        CountDownLatch runs = new CountDownLatch(1);
        try (Echo echo = new Echo((request, observer) -> {
            runs.countDown();
            ServerCallStreamObserver<byte[]> call = (ServerCallStreamObserver<byte[]>) observer;
            while (request.length == 0 && !call.isCancelled()) {
                Thread.onSpinWait();
            }
            noticed.complete(call.isCancelled());
            Echo.answer(observer, request);
        })) {
            Future<byte[]> call = Echo.saying(echo.channel(), new byte[0]);
            runs.await();
            call.cancel(true);
            assertThat(noticed.get(Echo.LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(Echo.say(echo.channel(), bytes(3))).isEqualTo(bytes(3));
        }
    }

    @Test
    void aDeadlineEndsTheCallOnBothSides() throws Exception {
        CompletableFuture<Boolean> noticed = new CompletableFuture<>();
        AtomicInteger came = new AtomicInteger();
        try (Echo echo = new Echo((request, observer) -> {
            came.incrementAndGet();
            while (!((ServerCallStreamObserver<byte[]>) observer).isCancelled()) {
                Thread.onSpinWait();
            }
            noticed.complete(true);
        })) {
            // On a machine that stalls a deadline may be over before the call was sent: only one that came can be noticed.
            for (int call = 0; call < 100 && came.get() == 0; call++) {
                CallOptions soon = CallOptions.DEFAULT.withDeadlineAfter(200, TimeUnit.MILLISECONDS);
                assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(echo.channel(), Echo.METHOD, soon, bytes(1)))
                        .hasMessageStartingWith("DEADLINE_EXCEEDED");
            }
            assertThat(noticed.get(Echo.LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shutdownLetsCallsEndAndTakesNoNewOnes() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Echo echo = Echo.saying(b -> {
            runs.countDown();
            await(goOn);
            return "done".getBytes(UTF_8);
        })) {
            Future<byte[]> call = Echo.saying(echo.channel(), bytes(1));
            runs.await();
            echo.server.shutdown();
            assertThat(echo.server.isShutdown()).isTrue();
            assertThat(echo.server.isTerminated()).isFalse();
            goOn.countDown();
            assertThat(call.get()).asString(UTF_8).isEqualTo("done");
            assertThat(echo.server.awaitTermination(Echo.LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> Echo.say(echo.channel(), bytes(1))).hasMessageStartingWith("UNAVAILABLE");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
