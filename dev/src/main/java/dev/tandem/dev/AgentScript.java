package dev.tandem.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The mesh's agent outside of its image: a script for the variable {@code MESH_AGENT} of the container's main process. */
public final class AgentScript {

    private AgentScript() {}

    /**
     * Writes it, with the options that the agent has in the image.
     *
     * @param root      of the clone
     * @param directory gets the script; is made when it is not there
     * @param classPath of the module mesh
     * @return the script
     */
    public static Path write(Path root, Path directory, String classPath) {
        try {
            Path script = Files.createDirectories(directory).resolve("agent");
            Files.writeString(script, "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin/java") + "' @'"
                    + root.resolve("mesh/container/jvm.options") + "' -cp '" + classPath + "' dev.tandem.mesh.agent.Main\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
