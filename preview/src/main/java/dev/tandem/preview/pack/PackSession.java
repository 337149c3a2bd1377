package dev.tandem.preview.pack;

import com.google.protobuf.Empty;
import dev.tandem.preview.child.Activity;
import dev.tandem.preview.child.ChildFailedException;
import dev.tandem.preview.child.ChildProcess;
import dev.tandem.preview.engine.Loopback;
import dev.tandem.preview.project.InvalidProjectException;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * The connection to a running pack: opened by the calls that the engine makes before the first resource, closed by
 * Cancel. Thread-safe after {@link #open}.
 */
final class PackSession implements AutoCloseable {

    private static final long HANDSHAKE_SECONDS = 10;

    private final PackProject project;
    private final ChildProcess process;
    private final Activity activity;
    private final ManagedChannel channel;
    private final AnalyzerInfo info;
    private final Map<String, PolicyConfig> config;

    private PackSession(PackProject project, ChildProcess process, Activity activity, ManagedChannel channel,
            AnalyzerInfo info, Map<String, PolicyConfig> config) {
        this.project = project;
        this.process = process;
        this.activity = activity;
        this.channel = channel;
        this.info = info;
        this.config = config;
    }

    /**
     * Reads the port, connects and configures.
     *
     * @throws PackFailedException when the pack does not get that far
     * @throws InvalidProjectException when its configuration file is wrong
     */
    static PackSession open(PackProject project, ChildProcess process, Activity activity, String engineAddress,
            AnalyzerStackConfigureRequest stack, Optional<PackConfigFile> file, Duration silence) {
        int port = port(project, process, silence);
        ManagedChannel channel = Loopback.channel(port);
        try {
            var pack = AnalyzerGrpc.newBlockingStub(channel).withWaitForReady();
            String directory = project.directory().toString();
            AnalyzerHandshakeRequest hello = AnalyzerHandshakeRequest.newBuilder()
                    .setEngineAddress(engineAddress)
                    .setRootDirectory(directory)
                    .setProgramDirectory(directory)
                    .build();
            optional(project, process, "Handshake",
                    () -> pack.withDeadlineAfter(HANDSHAKE_SECONDS, TimeUnit.SECONDS).handshake(hello));
            var limited = pack.withDeadlineAfter(silence.toSeconds(), TimeUnit.SECONDS);
            optional(project, process, "ConfigureStack", () -> limited.configureStack(stack));
            required(project, process, "GetPluginInfo", () -> limited.getPluginInfo(Empty.getDefaultInstance()));
            AnalyzerInfo info =
                    required(project, process, "GetAnalyzerInfo", () -> limited.getAnalyzerInfo(Empty.getDefaultInstance()));
            Map<String, PolicyConfig> config = PackConfig.merge(info, file);
            if (info.getSupportsConfig() && !config.isEmpty()) {
                var request = ConfigureAnalyzerRequest.newBuilder().putAllPolicyConfig(config).build();
                required(project, process, "Configure", () -> limited.configure(request));
            }
            return new PackSession(project, process, activity, channel, info, config);
        } catch (RuntimeException e) {
            channel.shutdownNow();
            throw e;
        }
    }

    AnalyzerInfo info() {
        return info;
    }

    Map<String, PolicyConfig> config() {
        return config;
    }

    String version() {
        return project.version().isEmpty() ? info.getVersion() : project.version();
    }

    AnalyzerGrpc.AnalyzerStub calls() {
        return AnalyzerGrpc.newStub(channel);
    }

    void heard(String what) {
        activity.heard(what);
    }

    /** The complaint about a failed call; {@code about} is a URN or empty. */
    PackFailedException failed(String call, String about, Throwable cause) {
        return failed(project, process, call + (about.isEmpty() ? "" : " for " + about), Status.fromThrowable(cause));
    }

    /** Ends the pack: Cancel, then five seconds of grace, as the engine gives. */
    @Override
    public void close() {
        try {
            AnalyzerGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.SECONDS).cancel(Empty.getDefaultInstance());
        } catch (StatusRuntimeException e) {
            // A pack without Cancel, or one that is gone already, ends below.
        }
        channel.shutdownNow();
    }

    private static int port(PackProject project, ChildProcess process, Duration silence) {
        String line;
        try {
            line = process.firstLine(silence);
        } catch (ChildFailedException e) {
            throw new PackFailedException(e.getMessage());
        }
        String text = line.trim();
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new PackFailedException("the policy pack in " + project.shownAs() + " printed '" + line
                    + "' as its first line, expected the port it listens on (1 to 65535): print nothing else to"
                    + " standard output before it" + words(process));
        }
        return port;
    }

    private static <T> T required(PackProject project, ChildProcess process, String call, Supplier<T> rpc) {
        try {
            return rpc.get();
        } catch (StatusRuntimeException e) {
            throw failed(project, process, call, e.getStatus());
        }
    }

    /** Older packs lack the call. */
    private static <T> void optional(PackProject project, ChildProcess process, String call, Supplier<T> rpc) {
        try {
            rpc.get();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw failed(project, process, call, e.getStatus());
            }
        }
    }

    private static PackFailedException failed(PackProject project, ChildProcess process, String call, Status status) {
        String start = "the policy pack in " + project.shownAs();
        if (status.getCode() == Status.Code.UNAVAILABLE) {
            process.settle();
            return new PackFailedException(start + " ended during " + call + process.said());
        }
        String why = status.getDescription() == null ? status.getCode().toString() : status.getDescription();
        return new PackFailedException(start + " answered with an error to " + call + ": " + why + words(process));
    }

    private static String words(ChildProcess process) {
        return process.lastLines().isEmpty() ? "" : process.said();
    }
}
