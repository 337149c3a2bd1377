package dev.tandem.preview.child;

import dev.tandem.preview.project.RuntimeSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The commands by which Pulumi's Java language host starts programs and packs, so that the same scripts serve both.
 * Source: pulumi-java 1.22.0, Maven executor.
 */
public final class Launch {

    private static final String QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn";

    private Launch() {}

    /**
     * The command for a program in {@code directory}.
     *
     * @param environment what the program is started with
     * @throws ChildFailedException when a program for Node.js has no SDK installed
     */
    public static List<String> program(RuntimeSpec runtime, Path directory, Map<String, String> environment) {
        if (runtime.name().equals(RuntimeSpec.NODEJS)) {
            return node(directory, environment);
        }
        String binary = runtime.options().get("binary");
        if (binary != null) {
            return List.of("java", "-jar", binary);
        }
        return List.of(executor(runtime, directory), QUIET, "--no-transfer-progress", "compile", "exec:java");
    }

    /**
     * The command for a policy pack in {@code directory}; it runs elsewhere, in the program's folder.
     *
     * @param engineAddress {@code 127.0.0.1:port}
     */
    public static List<String> pack(RuntimeSpec runtime, Path directory, String engineAddress) {
        return List.of(executor(runtime, directory), QUIET, "-Dorg.slf4j.simpleLogger.logFile=System.err",
                "--no-transfer-progress", "compile", "exec:java", "-f", directory.resolve("pom.xml").toString(),
                "-Dexec.args=" + engineAddress);
    }

    /** As Pulumi's Node.js language host starts a program; source: cmd/run of @pulumi/pulumi 3.250.0. */
    private static List<String> node(Path directory, Map<String, String> environment) {
        Path run = directory.resolve("node_modules/@pulumi/pulumi/cmd/run");
        if (!Files.isDirectory(run)) {
            throw new ChildFailedException("the program has no Pulumi SDK: found no node_modules/@pulumi/pulumi/cmd/run beside"
                    + " it, expected what 'npm install' installs");
        }
        return List.of("node", run.toString(),
                "--monitor=" + environment.get("PULUMI_MONITOR"), "--engine=" + environment.get("PULUMI_ENGINE"),
                "--organization=" + environment.get("PULUMI_ORGANIZATION"), "--project=" + environment.get("PULUMI_PROJECT"),
                "--stack=" + environment.get("PULUMI_STACK"), "--root-directory=" + environment.get("PULUMI_ROOT_DIRECTORY"),
                "--pwd=" + directory, "--parallel=" + environment.get("PULUMI_PARALLEL"), "--dry-run", directory.toString());
    }

    private static String executor(RuntimeSpec runtime, Path directory) {
        String executor = runtime.options().get("use-executor");
        if (executor == null) {
            executor = Files.isExecutable(directory.resolve("mvnw")) ? "./mvnw" : "mvn";
        }
        return executor.contains("/") ? directory.resolve(executor).normalize().toString() : executor;
    }
}
