package dev.tandem.preview.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Pulumi project: Pulumi.yaml and the stack files beside it. Immutable.
 *
 * @param root the folder of Pulumi.yaml, absolute
 * @param name the project's name
 * @param runtime what runs the program
 * @param programDirectory where the program runs: the root, or its {@code main:}
 * @param config the {@code config} section, defaults for every stack
 */
public record Project(Path root, String name, RuntimeSpec runtime, Path programDirectory, YamlNode config) {

    private static final String PREFIX = "Pulumi.";
    private static final String SUFFIX = ".yaml";

    /**
     * Loads the project of a folder.
     *
     * @throws InvalidProjectException naming file, line, what was found and what was expected
     */
    public static Project load(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve("Pulumi.yaml");
        if (!Files.isRegularFile(file)) {
            throw new InvalidProjectException("Pulumi.yaml: not found in the current folder, expected a Pulumi project:"
                    + " change to its folder");
        }
        YamlNode top = YamlFile.read(file, "Pulumi.yaml").top();
        top.entries("name: tandem");
        YamlNode nameNode = top.get("name");
        String name = nameNode.text("tandem").orElseThrow(() -> nameNode.wrong("the project's name", "name: tandem"));
        if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
            throw nameNode.wrong("letters, digits, '-', '_' and '.', at most 100", "name: tandem");
        }
        RuntimeSpec runtime = RuntimeSpec.ofProgram(top.get("runtime"));
        Path program = top.get("main").text("infra").map(root::resolve).orElse(root).normalize();
        if (!Files.isDirectory(program)) {
            throw top.get("main").wrong("a folder that exists", "main: infra");
        }
        return new Project(root, name, runtime, program, top.get("config"));
    }

    /** The names of the stacks that have a file, sorted. */
    public List<String> stacks() {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.startsWith(PREFIX) && n.endsWith(SUFFIX))
                    .filter(n -> n.length() > PREFIX.length() + SUFFIX.length())
                    .map(n -> n.substring(PREFIX.length(), n.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads a stack's configuration.
     *
     * @throws InvalidProjectException when there is no such stack (naming the nearest), or its file is malformed
     */
    public Stack stack(String stackName) {
        List<String> known = stacks();
        if (!known.contains(stackName)) {
            String hint = Closest.to(stackName, known).map(n -> " Did you mean '" + n + "'?").orElse("");
            throw new InvalidProjectException("unknown stack '" + stackName + "': expected one of "
                    + (known.isEmpty() ? "the stacks with a file Pulumi.<stack>.yaml, and there is none" : known)
                    + "." + hint);
        }
        YamlNode top = YamlFile.read(root.resolve(PREFIX + stackName + SUFFIX), PREFIX + stackName + SUFFIX).top();
        top.entries("config: {aws:region: eu-central-1}");
        return new Stack(stackName, new ConfigReader(name).read(config, top.get("config"), stackName));
    }
}
