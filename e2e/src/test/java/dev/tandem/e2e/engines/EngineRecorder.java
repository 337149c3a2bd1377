package dev.tandem.e2e.engines;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.conformance.Told;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.product.PolicyService;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a Pulumi command line of any version on the packs {@code simple} and {@code doors}, and keeps what it asked them.
 * {@code policy-conformance/src/test/resources/engines/README.md} has the command.
 */
final class EngineRecorder {

    /** Settings of {@code doors} by which every rule has something to say and nothing is refused. */
    private static final String DOORS_CONFIG = "{\"all\":\"advisory\",\"narrow\":{\"minimum\":80},\"green\":\"remediate\"}";

    private final Path cli;
    private final String host;

    /**
     * @param cli the executable {@code pulumi}
     * @param host the directory of the Java language host
     */
    EngineRecorder(Path cli, Path host) {
        this.cli = cli;
        this.host = host.toString();
    }

    /**
     * Arguments: the executable {@code pulumi}, the directory of the Java language host, where the recordings go, and one
     * more when the command line is 3.255 or newer.
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[2]));
        EngineRecorder recorder = new EngineRecorder(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
        for (String command : List.of("preview", "up")) {
            write(out, "simple-" + command, recorder.simple(command));
            write(out, "doors-" + command, recorder.doors(command, false));
        }
        write(out, "doors-policy-publish", recorder.publish());
        if (args.length > 3) { // what only newer ones know
            write(out, "doors-preview-of-a-file", recorder.doors("preview", true));
            write(out, "doors-policy-analyze", recorder.analyze());
        }
        System.exit(0);
    }

    private static void write(Path out, String run, List<String> lines) throws IOException {
        Files.write(out.resolve(run + ".jsonl"), lines);
        System.out.println(run + ": " + lines.size() + " lines");
    }

    /** One resource that is advised about, one that is refused. */
    List<String> simple(String command) throws IOException {
        RecordedPack pack = new RecordedPack("simple");
        SimpleProject project = project(pack, pack.directory()).resources("res1=true res2=!res1");
        return record(pack, project, command, "");
    }

    /** A component with values of every kind, a configured pack, a stack with a secret. */
    List<String> doors(String command, boolean asFile) throws IOException {
        RecordedPack pack = new RecordedPack("doors");
        return record(pack, house(pack, asFile ? pack.file() : pack.directory()), command, DOORS_CONFIG);
    }

    /** The state of a stack that was made without a pack. */
    List<String> analyze() throws IOException {
        RecordedPack pack = new RecordedPack("doors");
        SimpleProject project = house(pack, pack.directory());
        project.pulumi("up", "--yes", "--skip-preview", "--non-interactive").succeeded();
        Run.Finished analyzed = project.pulumi("policy", "analyze", "--stack", "test", "--policy-pack", pack.directory().toString());
        System.err.println(analyzed.exit() + "\n" + analyzed.text());
        return RecordedRun.lines(pack.started(), pack.takeRun(), places(pack, project));
    }

    /** Publishing to a service of our own: no stack, no configuration. */
    List<String> publish() throws IOException {
        RecordedPack pack = new RecordedPack("doors");
        PolicyService service = new PolicyService();
        SimpleProject project = project(pack, pack.directory())
                .environment("PULUMI_BACKEND_URL", service.url())
                .environment("PULUMI_ACCESS_TOKEN", "of-nobody");
        Run.Finished published = project.pulumi("policy", "publish", "acme", "--cwd", pack.directory().toString());
        service.stop();
        System.err.println(published.exit() + "\n" + published.text());
        return RecordedRun.lines(pack.started(), pack.takeRun(), places(pack, project));
    }

    private SimpleProject house(RecordedPack pack, Path started) {
        return project(pack, started).resources("house").stackConfig("region", "eu").secretConfig("token", "hunter24");
    }

    private SimpleProject project(RecordedPack pack, Path started) {
        return new SimpleProject(started, cli)
                .environment("PATH", host + File.pathSeparator + pack.fallback() + File.pathSeparator + System.getenv("PATH"))
                .environment("TANDEM_POLICY_RECORD", pack.recordings().toString());
    }

    private List<String> record(RecordedPack pack, SimpleProject project, String command, String config) throws IOException {
        Told told = project.operate(command, config);
        System.err.println(told.exit() + "\n" + told.text());
        return RecordedRun.lines(pack.started(), pack.takeRun(), places(pack, project));
    }

    private static Map<Path, String> places(RecordedPack pack, SimpleProject project) {
        return Map.of(pack.directory(), "/pack", project.root(), "/project");
    }
}
