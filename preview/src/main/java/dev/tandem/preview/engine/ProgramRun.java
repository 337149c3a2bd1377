package dev.tandem.preview.engine;

import dev.tandem.preview.child.Activity;
import dev.tandem.preview.child.ChildFailedException;
import dev.tandem.preview.child.ChildProcess;
import dev.tandem.preview.child.Launch;
import dev.tandem.preview.engine.ProgramResult.Outcome;
import dev.tandem.preview.project.Json;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs a project's program for one stack against an engine of its own, as a preview. Not reusable; thread-safe. */
public final class ProgramRun implements AutoCloseable {

    private final Project project;
    private final Stack stack;
    private final Deployment deployment;
    private final EngineLog log = new EngineLog();
    private final Activity activity = new Activity();
    private final EngineServer engine = new EngineServer(activity);
    private final Inspector inspector;
    private final Fixtures fixtures;
    private final PositionFile positions;
    private volatile ChildProcess process;
    private volatile boolean stopped;

    /**
     * Opens a port; nothing runs yet.
     *
     * @throws dev.tandem.preview.project.InvalidProjectException when the stack's fixture file has the wrong form
     */
    public ProgramRun(Project project, Stack stack, Inspector inspector) {
        this.project = project;
        this.stack = stack;
        this.deployment = new Deployment(project.name(), stack.name());
        this.inspector = inspector;
        this.fixtures = Fixtures.load(project.root(), stack.name());
        this.positions = PositionFile.create();
    }

    /**
     * Starts the program and waits for its end.
     *
     * @param silence how long it may send and print nothing before it is given up
     */
    public ProgramResult run(Duration silence) {
        int exitCode;
        try {
            Map<String, String> environment = environment();
            process = ChildProcess.start("the program of stack " + stack.name(),
                    Launch.program(project.runtime(), project.programDirectory(), environment), project.programDirectory(),
                    environment, activity);
            // After the start: the child's first second passes while the server's classes load.
            Registrar registrar = new Registrar(deployment, stack, inspector);
            engine.start(log, new MonitorService(deployment, registrar, new Invokes(fixtures, stack), activity));
            if (stopped) {
                process.close();
            }
            exitCode = process.await(silence);
            positions.read(deployment, project.name(), stack.name());
        } catch (ChildFailedException e) {
            return result(Outcome.FAILED, List.of(e.getMessage() + lastResource()));
        }
        return judge(exitCode);
    }

    /** Ends the program early, because nobody needs its result. */
    public void stop() {
        stopped = true;
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        stop();
        engine.close();
        positions.close();
    }

    private ProgramResult judge(int exitCode) {
        List<String> errors =
                log.messages(EngineLog.Level.ERROR).stream().map(ProgramMessage::of).distinct().toList();
        List<String> invalid =
                errors.stream().map(ProgramMessage::invalidConfiguration).flatMap(Optional::stream).toList();
        if (!invalid.isEmpty()) {
            return result(Outcome.INVALID, invalid);
        } else if (!deployment.missingConfiguration().isEmpty()) {
            return result(Outcome.INVALID, deployment.missingConfiguration());
        } else if (exitCode == 0 && errors.isEmpty()) {
            return result(Outcome.COMPLETED, List.of());
        } else if (!deployment.programErrors().isEmpty()) {
            return result(Outcome.FAILED, deployment.programErrors());
        } else if (!errors.isEmpty()) {
            return result(Outcome.FAILED, errors);
        }
        return result(Outcome.FAILED, List.of("the program of stack " + stack.name() + " ended with exit code "
                + exitCode + " and logged no error" + process.said()));
    }

    private ProgramResult result(Outcome outcome, List<String> problems) {
        return new ProgramResult(deployment, log, outcome, problems);
    }

    private String lastResource() {
        List<Registration> resources = deployment.resources();
        return resources.isEmpty()
                ? "; it had registered no resource"
                : "; the last resource it registered is " + resources.get(resources.size() - 1).urn();
    }

    /** What Pulumi's Java language host sets. */
    private Map<String, String> environment() {
        Map<String, String> out = new TreeMap<>();
        out.put("PULUMI_MONITOR", engine.address());
        out.put("PULUMI_ENGINE", engine.address());
        out.put("PULUMI_ORGANIZATION", "organization");
        out.put("PULUMI_PROJECT", project.name());
        out.put("PULUMI_STACK", stack.name());
        out.put("PULUMI_ROOT_DIRECTORY", project.root().toString());
        out.put("PULUMI_PWD", project.programDirectory().toString());
        out.put("PULUMI_DRY_RUN", "true");
        out.put("PULUMI_PARALLEL", "16");
        out.put("PULUMI_CONFIG", Json.write(stack.texts()));
        out.put("PULUMI_CONFIG_SECRET_KEYS", Json.write(stack.secretKeys()));
        out.putAll(positions.environment());
        return out;
    }
}
