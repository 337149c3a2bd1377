package dev.tandem.preview.pack;

import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.RuntimeSpec;
import dev.tandem.preview.project.YamlFile;
import dev.tandem.preview.project.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A policy pack's folder and its PulumiPolicy.yaml. Immutable.
 *
 * @param directory absolute
 * @param shownAs the folder as the user named it
 * @param runtime how to start it
 * @param version replaces the version that the pack reports; empty when the file has none
 */
public record PackProject(Path directory, String shownAs, RuntimeSpec runtime, String version) {

    /** @throws InvalidProjectException when the folder is no pack */
    public static PackProject load(Path root, String folder) {
        Path directory = root.resolve(folder).toAbsolutePath().normalize();
        String shownFile = folder + "/PulumiPolicy.yaml";
        Path file = directory.resolve("PulumiPolicy.yaml");
        if (!Files.isRegularFile(file)) {
            throw new InvalidProjectException(shownFile + ": not found, expected a policy pack there; name another"
                    + " folder with --policy-pack, or preview without rules with --no-policies");
        }
        YamlNode top = YamlFile.read(file, shownFile).top();
        top.entries("runtime: java");
        return new PackProject(directory, folder, RuntimeSpec.read(top.get("runtime")),
                top.get("version").text("1.0.0").orElse(""));
    }
}
