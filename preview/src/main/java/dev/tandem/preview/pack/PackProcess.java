package dev.tandem.preview.pack;

import dev.tandem.preview.child.Activity;
import dev.tandem.preview.child.ChildFailedException;
import dev.tandem.preview.child.ChildProcess;
import dev.tandem.preview.child.Launch;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.engine.EngineLog;
import dev.tandem.preview.engine.EngineServer;
import dev.tandem.preview.engine.Inspector;
import dev.tandem.preview.engine.Registration;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/**
 * A policy pack running for one stack, as one process, the way the CLI runs it. Started at once; it gets ready while
 * the program starts. Thread-safe.
 */
public final class PackProcess implements AutoCloseable {

    private final Activity activity = new Activity();
    private final EngineLog log = new EngineLog();
    private final EngineServer engine = new EngineServer(activity);
    private final CompletableFuture<PackSession> session = new CompletableFuture<>();
    private final PackRun run = new PackRun(session);
    private final Duration silence;
    private ChildProcess process;
    private boolean closed;

    private PackProcess(Duration silence) {
        this.silence = silence;
    }

    /** Starts the pack's process and returns; whatever goes wrong is told by {@link #finish}. */
    public static PackProcess start(
            PackProject pack, Optional<PackConfigFile> config, Project project, Stack stack, Duration silence) {
        return start(pack, config, project.programDirectory(), request(project.name(), stack, true), silence);
    }

    /**
     * As the other, for resources that no program of ours registers.
     *
     * @param directory where the process runs
     * @param projectName what the pack is told
     * @param dryRun whether the resources are planned; else they are there
     */
    public static PackProcess start(PackProject pack, Optional<PackConfigFile> config, Path directory, String projectName,
            Stack stack, boolean dryRun, Duration silence) {
        return start(pack, config, directory, request(projectName, stack, dryRun), silence);
    }

    private static PackProcess start(PackProject pack, Optional<PackConfigFile> config, Path directory,
            AnalyzerStackConfigureRequest stack, Duration silence) {
        PackProcess out = new PackProcess(silence);
        try {
            out.process = ChildProcess.start("the policy pack in " + pack.shownAs(),
                    Launch.pack(pack.runtime(), pack.directory(), out.engine.address()), directory,
                    Map.of(), out.activity);
        } catch (ChildFailedException e) {
            out.session.completeExceptionally(new PackFailedException(e.getMessage()));
            return out;
        }
        Thread opener = new Thread(() -> {
            try {
                out.engine.start(out.log);
                out.session.complete(PackSession.open(
                        pack, out.process, out.activity, out.engine.address(), stack, config, silence));
            } catch (RuntimeException e) {
                out.session.completeExceptionally(e);
            }
        }, "pack of " + stack.getStack());
        opener.setDaemon(true);
        opener.start();
        return out;
    }

    public Inspector inspector() {
        return run;
    }

    /** Has a resource judged as it is: nothing is mended. */
    public void judge(Registration resource, Deployment deployment) {
        run.judge(resource, deployment);
    }

    /** Runs an action when the pack cannot be used, so that a program need not go on. */
    public void onFailure(Runnable action) {
        session.whenComplete((s, failure) -> {
            if (failure != null) {
                action.run();
            }
        });
    }

    /** Why the pack could not be started or configured; empty while it is being started and when it was. */
    public Optional<RuntimeException> failure() {
        return session.isCompletedExceptionally()
                ? Optional.of(session.handle((s, e) -> e instanceof RuntimeException r ? r : new IllegalStateException(e)).join())
                : Optional.empty();
    }

    /**
     * The pack's judgement, once the program has ended.
     *
     * @throws PackFailedException when the pack did not start, died or answered with an error
     */
    public PackResult finish(Deployment deployment, AnalyzeStackRequest stack) {
        return run.finish(deployment, stack, silence);
    }

    /** What the pack logged, for the user. */
    public EngineLog log() {
        return log;
    }

    /** Ends the pack and everything it started; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (session.isDone() && !session.isCompletedExceptionally()) {
            session.join().close();
        }
        if (process != null) {
            if (process.isAlive() && session.isDone() && !session.isCompletedExceptionally()) {
                process.end(Duration.ofSeconds(5));
            }
            process.close();
        }
        engine.close();
    }

    private static AnalyzerStackConfigureRequest request(String project, Stack stack, boolean dryRun) {
        return AnalyzerStackConfigureRequest.newBuilder()
                .setStack(stack.name())
                .setProject(project)
                .setOrganization("organization")
                .setDryRun(dryRun)
                .putAllConfig(stack.texts())
                .addAllConfigSecretKeys(stack.secretKeys())
                .build();
    }
}
