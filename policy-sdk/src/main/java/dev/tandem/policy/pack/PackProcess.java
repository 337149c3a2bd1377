package dev.tandem.policy.pack;

import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.replay.Recording;
import dev.tandem.policy.replay.RecordingInterceptor;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** The life of a pack's process, from the arguments to the exit code. */
final class PackProcess {

    private static final String RECORD = Recording.VARIABLE; // a constant: the class is not loaded for it

    /** These, with the engine refusing {@value EngineWatchdog#REFUSALS} times, are the two seconds that serving.md promises. */
    static final Duration WATCH = Duration.ofMillis(500);

    static final long GRACE_MILLIS = 300;
    static final long HARD_STOP_MILLIS = 600;

    /** How a server comes to listen. */
    interface Listener {
        Server listen(AnalyzerService service, ServerInterceptor... interceptors) throws IOException;
    }

    private final Listener listener;
    private final OutputStream stdout;
    private final PrintStream stderr;
    private final Map<String, String> environment;
    private final IntConsumer exit;
    private final CountDownLatch stop = new CountDownLatch(1);

    PackProcess(OutputStream stdout, PrintStream stderr, Map<String, String> environment, IntConsumer exit) {
        this(stdout, stderr, environment, exit, AnalyzerServer::start);
    }

    PackProcess(
            OutputStream stdout, PrintStream stderr, Map<String, String> environment, IntConsumer exit, Listener listener) {
        this.listener = listener;
        this.stdout = stdout;
        this.stderr = stderr;
        this.environment = environment;
        this.exit = exit;
    }

    void run(String[] args, PackFactory factory) {
        try {
            if (args.length == 2 && args[0].equals(Replay.FLAG)) {
                PrintStream out = new PrintStream(stdout, true, StandardCharsets.UTF_8);
                exit.accept(Replay.run(Path.of(args[1]), factory, undecided(), out));
                return;
            }
            StartArguments start = StartArguments.parse(args);
            PackState state = new PackState(factory, StackInfos.of(environment), undecided());
            // Two cores: the server's classes load while the pack is built.
            CompletableFuture<Server> starting = start(new AnalyzerService(state, stop::countDown, this::outOfMemory), recorders());
            state.session();
            Server server = starting.join();
            announce(server.getPort());
            start.engineHost().ifPresent(host ->
                    new EngineWatchdog(new InetSocketAddress(host, start.enginePort()), WATCH, () -> gone(start)).start());
            stop.await();
            server.shutdown();
            server.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            exit.accept(0);
        } catch (CompletionException e) {
            refuse("cannot listen on 127.0.0.1: " + Failures.describe(e.getCause())
                    + "; expected a free port on the loopback interface");
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            outOfMemory();
        } catch (Throwable e) {
            refuse("the pack could not be built: " + Failures.describe(e));
        }
    }

    private Optional<UndecidedMode> undecided() {
        Optional<String> wanted =
                Optional.ofNullable(environment.get(UndecidedMode.RUN_VARIABLE)).filter(s -> !s.isBlank());
        return wanted.map(text -> UndecidedMode.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("environment variable " + UndecidedMode.RUN_VARIABLE
                        + " is '" + text + "', expected silent, advise or refuse")));
    }

    /** Who listens to all calls: whoever was asked to write them down. */
    private ServerInterceptor[] recorders() {
        String directory = environment.getOrDefault(RECORD, "");
        return directory.isBlank() ? new ServerInterceptor[0] : new ServerInterceptor[] {recorder(directory)};
    }

    /** Apart, so that its classes are loaded only where it is used. */
    private ServerInterceptor recorder(String directory) {
        Recording recording = Recording.below(directory, Clock.systemUTC(), this::say);
        say("recording calls, without secrets, to " + recording.directory());
        return new RecordingInterceptor(recording);
    }

    private CompletableFuture<Server> start(AnalyzerService service, ServerInterceptor... interceptors) {
        CompletableFuture<Server> started = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                started.complete(listener.listen(service, interceptors));
            } catch (Throwable e) {
                started.completeExceptionally(e);
            }
        }, "server-start");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private void gone(StartArguments start) {
        stderr.println("policy pack: the engine at " + start.engineHost().orElse("") + ":" + start.enginePort()
                + " is gone, so the pack ends");
        stop.countDown();
    }

    /** The first bytes on standard output, and the only ones. */
    private void announce(int port) throws IOException {
        stdout.write((port + "\n").getBytes(StandardCharsets.US_ASCII));
        stdout.flush();
    }

    private void outOfMemory() {
        refuse("out of memory at " + Runtime.getRuntime().maxMemory() / 1024 / 1024
                + " MiB; give it more, for instance with JAVA_TOOL_OPTIONS=-Xmx2g");
    }

    private void say(String message) {
        stderr.println("policy pack: " + message);
        stderr.flush();
    }

    private void refuse(String message) {
        say(message);
        exit.accept(1);
    }

    /** Ends the virtual machine in any case, even when a shutdown hook of user code hangs. */
    static void end(int code) {
        hardStop(code);
        System.exit(code);
    }

    /** Also when somebody else ends the virtual machine, such as an engine with a signal. */
    static void endHardOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> hardStop(128 + 15), "end-on-signal"));
    }

    private static void hardStop(int code) {
        Thread hard = new Thread(() -> {
            try {
                Thread.sleep(HARD_STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(code);
        }, "hard-stop");
        hard.setDaemon(true);
        hard.start();
    }
}
