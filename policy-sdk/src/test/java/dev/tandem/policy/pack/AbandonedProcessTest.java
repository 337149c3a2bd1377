package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** The end of a pack's process while a rule goes on for ever: nothing is left behind. */
class AbandonedProcessTest {

    private static ServerSocket engine() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static ToyProcess busy(ServerSocket engine) throws Exception {
        ToyProcess toy = new ToyProcess(List.of(), "127.0.0.1:" + engine.getLocalPort());
        toy.connect().analyze(ServedPack.request("a:b:C", Map.of("loop", true)), new Recorded<AnalyzeResponse>());
        while (!toy.stderr().contains("rule talks") && toy.process.isAlive()) {
            Thread.sleep(20);
        }
        return toy;
    }

    @Test
    void anEngineThatIsGoneEndsIt() throws Exception {
        ServerSocket engine = engine();
        try (ToyProcess toy = busy(engine)) {
            engine.close();
            assertThat(toy.exitCode()).isZero();
            assertThat(toy.process.descendants()).isEmpty();
        }
    }

    @Test
    void terminationEndsIt() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = busy(engine)) {
            toy.process.destroy();
            assertThat(toy.exitCode()).isEqualTo(128 + 15);
            assertThat(toy.process.descendants()).isEmpty();
        }
    }
}
