package dev.tandem.e2e.engines;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the packs of policy-conformance in a directory of its own, which keeps how it was started and, by the SDK's own
 * recorder, what it was asked and answered.
 */
final class RecordedPack {

    /** The executable that CLIs look for on PATH when no language host can start a pack: before 3.169. */
    private static final String FALLBACK = "pulumi-analyzer-policy-java";

    private final Path directory;
    private final Path started;
    private final Path recordings;

    /** @param name of a directory under policy-sdk/conformance */
    RecordedPack(String name) {
        try {
            Path root = Files.createTempDirectory("tandem-recorded");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchClone.delete(root)));
            directory = Files.createDirectories(root.resolve(name));
            started = Files.createDirectories(root.resolve("started"));
            recordings = root.resolve("recordings");
            Files.writeString(directory.resolve("PulumiPolicy.yaml"), "runtime: {name: java, options: {use-executor: ./mvn-pack}}\n");
            Path classes = ScratchClone.repository().resolve("policy-conformance/target/classes");
            script(file(), """
                    #!/usr/bin/env bash
                    given=("$@") args=("$@")
                    for word in "$@"; do
                      case $word in
                        -Dexec.args=*) read -r -a args <<<"${word#*=}" ;;
                      esac
                    done
                    case " $* " in *' exec:java '*) ;; *' compile '*) exit 0 ;; esac
                    { printf '%%s\\n' "$PWD"; printf '%%s\\n' "${args[@]}"; } >'%1$s/arguments'
                    env | grep -E '^PULUMI_(CONFIG|PROJECT|STACK|ORGANIZATION|DRY_RUN)=' >'%1$s/environment'
                    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dtandem.pack.dir='%2$s' \\
                      -cp '%3$s:%4$s' dev.tandem.policy.conformance.Packs "${args[@]}"
                    """.formatted(started, directory, classes, System.getProperty("java.class.path")));
            script(root.resolve(FALLBACK), "#!/usr/bin/env bash\nexec '%s' \"$@\"\n".formatted(file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What {@code --policy-pack} takes. */
    Path directory() {
        return directory;
    }

    /** What {@code --policy-pack} takes too, from CLI 3.255 on. */
    Path file() {
        return directory.resolve("mvn-pack");
    }

    /** To be on PATH for CLIs that start packs by {@value #FALLBACK}. */
    Path fallback() {
        return directory.getParent();
    }

    /** For the SDK's recorder. */
    Path recordings() {
        return recordings;
    }

    /** Where the start is kept. */
    Path started() {
        return started;
    }

    /** The only run so far, taken away. */
    Path takeRun() throws IOException {
        try (Stream<Path> runs = Files.list(recordings)) {
            List<Path> all = runs.toList();
            if (all.size() != 1) {
                throw new AssertionError("expected one recorded run, found " + all);
            }
            Path taken = directory.resolveSibling("run-" + System.nanoTime());
            return Files.move(all.get(0), taken);
        }
    }
}
