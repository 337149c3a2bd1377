package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** Start and end of a real pack process. */
class ProcessTest {

    private static ServerSocket engine() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String address(ServerSocket engine) {
        return "127.0.0.1:" + engine.getLocalPort();
    }

    @Test
    void thePortIsTheOnlyThingOnStandardOutputAndCancelEndsTheProcessWithZero() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of(), "--logtostderr", "-v=9", "--tracing", "http://x:1", address(engine))) {
            toy.connect();
            AnalyzeResponse passed = toy.blocking().analyze(ServedPack.request("a:b:C", java.util.Map.of()));
            assertThat(passed).isEqualTo(AnalyzeResponse.getDefaultInstance());
            toy.blocking().cancel(Empty.getDefaultInstance());
            assertThat(toy.exitCode()).isZero();
            assertThat(toy.otherLines()).isEmpty();
            assertThat(toy.stderr().lines()).containsExactly("factory talks on stdout", "rule talks on stdout");
        }
    }

    @Test
    void cancelEndsTheProcessWhileARuleNeverEnds() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of(), address(engine))) {
            Recorded<AnalyzeResponse> endless = new Recorded<>();
            toy.connect().analyze(ServedPack.request("a:b:C", java.util.Map.of("loop", true)), endless);
            while (!toy.stderr().contains("rule talks")) {
                Thread.sleep(20);
            }
            toy.blocking().cancel(Empty.getDefaultInstance());
            assertThat(endless.error()).hasMessage("CANCELLED: the policy pack was told to stop");
            assertThat(toy.exitCode()).isZero();
        }
    }

    @Test
    void anEngineThatIsGoneEndsTheProcess() throws Exception {
        ServerSocket engine = engine();
        try (ToyProcess toy = new ToyProcess(List.of(), address(engine))) {
            toy.connect();
            engine.close();
            assertThat(toy.exitCode()).isZero();
        }
    }

    @Test
    void terminationEndsTheProcess() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of(), address(engine))) {
            toy.connect();
            toy.process.destroy();
            assertThat(toy.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void aBadPackIsOneLineOnStandardErrorAndExitCodeOne() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of("-Dtoy.rule=all"), address(engine))) {
            assertThat(toy.firstLine()).isNull();
            assertThat(toy.exitCode()).isEqualTo(1);
            assertThat(toy.stderr().lines()).containsExactly(
                    "factory talks on stdout",
                    "policy pack: rule id 'all': expected [a-z0-9-]{1,60}; 'all' is reserved for settings that concern every rule");
        }
    }

    @Test
    void aFirstArgumentThatIsNoAddressIsExplained() throws Exception {
        try (ToyProcess toy = new ToyProcess(List.of(), "help")) {
            assertThat(toy.exitCode()).isEqualTo(1);
            assertThat(toy.stderr()).startsWith("policy pack: first argument 'help': expected the engine's address host:port;");
        }
    }
}
