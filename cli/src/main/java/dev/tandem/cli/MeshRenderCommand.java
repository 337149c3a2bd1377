package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.mesh.envoy.InconsistentSnapshotException;
import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.render.RouteFolder;
import dev.tandem.ops.render.SidecarFiles;
import dev.tandem.preview.project.InvalidProjectException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tandem mesh render}: Envoy's configuration of a service's task, as its agent would write it. */
@Command(
        name = "render",
        description = "Writes what the agent of a service's task would write for its Envoy: bootstrap, listeners, clusters, routes."
                + " Certificates are secret and not written; Envoy starts with these files and waits for them.",
        exitCodeList = {
            "0:written", "1:no routes of this service, or a folder that can't be written", "2:wrong usage",
            "3:AWS can't be reached, or denies access; or a document that is none"
        },
        footer = {
            "  ./tandem mesh render auth --out /tmp/auth             from the live documents",
            "  ./tandem mesh render auth --out out --stack eu-west-1  as its plan declares them",
            "  ./tandem mesh render auth --from routes --out out     from routes/auth.json and its callees' files",
            "  envoy --mode validate -c /tmp/auth/bootstrap.yaml"
        })
final class MeshRenderCommand extends AwsCommand {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Name of the service, such as auth.")
    private String service;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", required = true, description = "Folder for the files; made when missing.")
    private Path out;

    @Option(names = "--from", paramLabel = "DIR", description = "Reads documents from SERVICE.json files there, not from AWS.")
    private Path from;

    @Option(names = {"-s", "--stack"}, paramLabel = "STACK",
            description = "Takes what the plan of a stack declares: needs no account, nothing must be deployed.")
    private String stack;

    @Option(names = "--other-region", paramLabel = "REGION",
            description = "Region whose tasks are called when nobody is left here. Default: with --stack as planned, else none.")
    private String otherRegion;

    @Option(names = "--version-of", paramLabel = "NAME", defaultValue = "stable",
            description = "Version that the task runs. Default: ${DEFAULT-VALUE}.")
    private String version;

    @Override
    public Integer call() {
        if (from != null && stack != null) {
            throw new ParameterException(spec().commandLine(), "--from and --stack exclude each other");
        }
        return onMesh(session -> stack == null
                ? write(from == null ? session.store() : new RouteFolder(from), where().region(), Optional.ofNullable(otherRegion))
                : planned());
    }

    private int planned() {
        try {
            PlannedRoutes plan = PlannedRoutes.of(PreviewCommand.root(), stack);
            return write(plan, plan.region(), plan.otherRegion().or(() -> Optional.ofNullable(otherRegion)));
        } catch (InvalidProjectException wrong) {
            throw new OperationRefusedException(wrong.getMessage());
        }
    }

    private int write(RouteSource routes, String region, Optional<String> other) {
        Path directory = out.toAbsolutePath().normalize();
        Sidecar sidecar = Sidecar.of(version, service + "-" + version, region, directory.toString());
        sidecar = other.map(sidecar::withOtherRegion).orElse(sidecar);
        Map<String, String> files;
        try {
            files = SidecarFiles.of(routes, service, sidecar);
        } catch (InconsistentSnapshotException inconsistent) {
            throw new OperationRefusedException(inconsistent.getMessage());
        }
        SidecarFiles.write(directory, files);
        var json = JsonNodeFactory.instance.objectNode();
        json.put("service", service).put("directory", directory.toString());
        var names = json.putArray("files");
        files.keySet().forEach(names::add);
        spec().commandLine().getOut().print(where().json() ? json.toPrettyString() + "\n"
                : String.join("\n", files.keySet()) + "\n" + files.size() + " files in " + directory + "\n");
        spec().commandLine().getOut().flush();
        return 0;
    }
}
