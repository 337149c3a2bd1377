package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            AnalyzeResponse passed = toy.blocking().analyze(ServedPack.request("a:b:C", Map.of()));
            assertThat(passed).isEqualTo(AnalyzeResponse.getDefaultInstance());
            List<ProcessHandle> children = toy.process.descendants().toList();
            toy.blocking().cancel(Empty.getDefaultInstance());
            assertThat(toy.exitCode()).isZero();
            assertThat(children).as("no orphan").noneMatch(ProcessHandle::isAlive);
            assertThat(toy.otherLines()).isEmpty();
            assertThat(toy.stderr().lines()).containsExactly("factory talks on stdout", "rule talks on stdout");
        }
    }

    /** What it waits for, one after the other; that each wait has an end is for the tests below. */
    @Test
    void theLongestWayToTheEndTakesTwoSeconds() {
        long millis = PackProcess.WATCH.toMillis() * EngineWatchdog.REFUSALS + PackProcess.GRACE_MILLIS + PackProcess.HARD_STOP_MILLIS;
        assertThat(millis).isLessThanOrEqualTo(2_000);
    }

    @Test
    void onlyTheLoopbackAddressThatTheEngineCallsIsListenedOn() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of(), address(engine))) {
            toy.connect();
            assertThatThrownBy(() -> new Socket("127.0.0.2", toy.port()).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void cancelEndsTheProcessWhileARuleNeverEnds() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of(), address(engine))) {
            Recorded<AnalyzeResponse> endless = new Recorded<>();
            toy.connect().analyze(ServedPack.request("a:b:C", Map.of("loop", true)), endless);
            while (!toy.stderr().contains("rule talks")) {
                Thread.sleep(20);
            }
            toy.blocking().cancel(Empty.getDefaultInstance());
            assertThat(endless.error()).hasMessage("CANCELLED: the policy pack was told to stop");
            assertThat(toy.exitCode()).isZero();
        }
    }

    /** One connection carries all three, so whoever reads it must neither wait for the rule nor lose what comes after. */
    @Test
    void besideARuleThatNeverEndsOtherCallsAreAnsweredAndThenCancelEndsTheProcess() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of(), address(engine))) {
            Recorded<AnalyzeResponse> endless = new Recorded<>();
            toy.connect().analyze(ServedPack.request("a:b:C", Map.of("loop", true)), endless);
            for (int i = 0; i < 100; i++) {
                AnalyzeResponse beside = toy.blocking().analyze(ServedPack.request("a:b:C", Map.of()));
                assertThat(beside).isEqualTo(AnalyzeResponse.getDefaultInstance());
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
            String address = address(engine);
            engine.close();
            assertThat(toy.exitCode()).isZero();
            assertThat(toy.stderr()).contains("policy pack: the engine at " + address + " is gone, so the pack ends");
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
    void terminationEndsTheProcessAlsoWhenAShutdownHookOfUserCodeHangs() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = new ToyProcess(List.of("-Dtoy.hook=true"), address(engine))) {
            toy.connect();
            toy.process.destroy();
            assertThat(toy.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void interruptionEndsTheProcess() throws Exception {
        try (ServerSocket engine = engine();
                ToyProcess toy = ToyProcess.interruptible(address(engine))) {
            toy.connect();
            new ProcessBuilder("kill", "-INT", "" + toy.process.pid()).start().waitFor(10, TimeUnit.SECONDS);
            assertThat(toy.exitCode()).isEqualTo(128 + 2);
        }
    }

    /** As CLIs from 3.255 on start a pack that is a file: the address alone, in the program's directory. */
    @Test
    void anExecutableFileIsAPackToo(@TempDir Path program) throws Exception {
        Path file = program.resolve("pack");
        Files.writeString(file, "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + System.getProperty("java.class.path") + "' " + ToyPack.class.getName() + " \"$@\"\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        try (ServerSocket engine = engine();
                ToyProcess toy = ToyProcess.of(new ProcessBuilder(file.toString(), address(engine)).directory(program.toFile()))) {
            toy.connect();
            assertThat(toy.blocking().getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("1.0.0");
            toy.blocking().cancel(Empty.getDefaultInstance());
            assertThat(toy.exitCode()).isZero();
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
