package dev.tandem.infra;

import static dev.tandem.components.provider.RequiredPackages.AWSX;
import static dev.tandem.components.provider.RequiredPackages.AWS_NATIVE;
import static dev.tandem.components.provider.RequiredPackages.CHOICES;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Answers the language host, which knows no stack when it asks: what any stack file of the project chooses is needed. */
public final class RequiredPackages {

    private RequiredPackages() {}

    /** Prints the packages as JSON. */
    public static void main(String[] args) throws IOException {
        dev.tandem.components.provider.RequiredPackages.print(args, chosen(Path.of(System.getProperty("tandem.root", "."))));
    }

    /** Providers that stack files of a project choose. A file that cannot be read chooses all: too many plugins do no harm. */
    static Set<String> chosen(Path project) throws IOException {
        Set<String> chosen = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(project, "Pulumi.*.yaml")) {
            for (Path file : files) {
                try {
                    chosen.addAll(chosenBy(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file))));
                } catch (YAMLException | IOException unreadable) {
                    chosen.addAll(CHOICES);
                }
            }
        }
        return chosen;
    }

    private static Set<String> chosenBy(Object stack) {
        Set<String> chosen = new TreeSet<>();
        Object config = at(stack, "config");
        if (AWSX.equals(at(at(config, "tandem:network"), "module"))) {
            chosen.add(AWSX);
        }
        if (at(config, "tandem:services") instanceof Map<?, ?> services
                && services.values().stream().anyMatch(service -> at(service, "rollout") != null)) {
            chosen.add(AWS_NATIVE);
        }
        return chosen;
    }

    private static Object at(Object value, String key) {
        return value instanceof Map<?, ?> map ? map.get(key) : null;
    }
}
