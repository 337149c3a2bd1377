package dev.tandem.policy.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The thread that reads does the work, but what takes long keeps nobody waiting. */
class TurnsTest {

    private static byte[] bytes(int n) {
        return new byte[] {(byte) (n >> 16), (byte) (n >> 8), (byte) n};
    }

    /** Spins where it is told to: what never ends does not listen to interrupts either. */
    private static UnaryOperator<byte[]> spinning(CountDownLatch until) {
        return b -> {
            while (b.length == 0 && until.getCount() > 0) {
                Thread.onSpinWait();
            }
            return b;
        };
    }

    @Test
    void whileOneCallSpinsOthersOfTheSameConnectionAreAnswered() throws Exception {
        for (int round = 0; round < 10; round++) {
            CountDownLatch until = new CountDownLatch(1);
            try (Echo echo = Echo.saying(spinning(until))) {
                Echo.say(echo.channel(), bytes(0));
                Future<byte[]> first = Echo.saying(echo.channel(), new byte[0]);
                Future<byte[]> second = Echo.saying(echo.channel(), new byte[0]);
                for (int i = 0; i < 50; i++) {
                    assertThat(Echo.say(echo.channel(), bytes(i))).isEqualTo(bytes(i));
                }
                assertThat(first.isDone() || second.isDone()).isFalse();
                until.countDown();
                assertThat(first.get()).isEmpty();
                assertThat(second.get()).isEmpty();
                assertThat(Echo.say(echo.channel(), bytes(1))).isEqualTo(bytes(1));
            }
        }
    }

    /** After the watch went to rest, too. */
    @Test
    void afterAPauseOneThatSpinsIsStillReplaced() throws Exception {
        CountDownLatch until = new CountDownLatch(1);
        try (Echo echo = Echo.saying(spinning(until))) {
            Echo.say(echo.channel(), bytes(0));
            TimeUnit.MILLISECONDS.sleep(600);
            Future<byte[]> spins = Echo.saying(echo.channel(), new byte[0]);
            assertThat(Echo.say(echo.channel(), bytes(1))).isEqualTo(bytes(1));
            assertThat(spins.isDone()).isFalse();
            until.countDown();
            assertThat(spins.get()).isEmpty();
        }
    }

    /** Each waits for all others, so they have to run at the same time. */
    @Test
    void callsThatWaitForEachOtherRunInParallel() throws Exception {
        CyclicBarrier all = new CyclicBarrier(24);
        try (Echo echo = Echo.saying(b -> {
            try {
                all.await(Echo.LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return b;
        })) {
            List<Future<byte[]>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                calls.add(Echo.saying(echo.channel(), bytes(i)));
            }
            for (int i = 0; i < 24; i++) {
                assertThat(calls.get(i).get()).isEqualTo(bytes(i));
            }
        }
    }

    /** Quick and late ones in any mixture, on several connections, each answered once and with its own bytes. */
    @Test
    void nothingIsLostUnderLoad() throws Exception {
        AtomicInteger worked = new AtomicInteger();
        try (Echo echo = Echo.saying(b -> {
            worked.incrementAndGet();
            int n = (b[0] & 0xff) << 16 | (b[1] & 0xff) << 8 | b[2] & 0xff;
            long end = System.nanoTime() + (n % 101 == 0 ? 9_000_000 : n % 17 == 0 ? 4_000_000 : 0);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return b;
        })) {
            int each = 1500;
            List<ManagedChannel> channels = List.of(echo.newChannel().build(), echo.newChannel().build(), echo.newChannel().build());
            List<Future<byte[]>> calls = new ArrayList<>();
            Random random = new Random(7);
            for (int i = 0; i < each * channels.size(); i++) {
                calls.add(Echo.saying(channels.get(i % channels.size()), bytes(i)));
                if (random.nextInt(40) == 0) {
                    calls.get(i).get();
                }
            }
            for (int i = 0; i < calls.size(); i++) {
                assertThat(calls.get(i).get()).isEqualTo(bytes(i));
            }
            assertThat(worked).hasValue(calls.size());
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }
}
