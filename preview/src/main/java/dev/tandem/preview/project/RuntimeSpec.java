package dev.tandem.preview.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code runtime} of Pulumi.yaml or PulumiPolicy.yaml.
 *
 * @param name such as {@code java}
 * @param options of the language host: {@code use-executor}, {@code binary}
 */
public record RuntimeSpec(String name, Map<String, String> options) {

    /** Programs and packs on a JVM. */
    public static final String JAVA = "java";

    /** Programs in JavaScript. */
    public static final String NODEJS = "nodejs";

    private static final String EXAMPLE = "runtime: {name: java, options: {use-executor: ./infra/mvn-program}}";

    public RuntimeSpec {
        options = Map.copyOf(options);
    }

    /**
     * A pack's runtime.
     *
     * @throws InvalidProjectException when there is none, it has another shape, or it is not Java
     */
    public static RuntimeSpec read(YamlNode node) {
        return read(node, List.of(JAVA));
    }

    /**
     * A program's runtime.
     *
     * @throws InvalidProjectException when there is none, it has another shape, or it is neither Java nor Node.js
     */
    public static RuntimeSpec ofProgram(YamlNode node) {
        return read(node, List.of(JAVA, NODEJS));
    }

    private static RuntimeSpec read(YamlNode node, List<String> known) {
        if (node.isMissing()) {
            throw node.wrong("a runtime", EXAMPLE);
        }
        YamlNode nameNode = node.isMapping() ? node.get("name") : node;
        String name = nameNode.text(EXAMPLE).orElseThrow(() -> nameNode.wrong("the runtime's name", EXAMPLE));
        if (!known.contains(name)) {
            throw nameNode.wrong("'" + String.join("' or '", known) + "': the offline preview runs programs in Java and"
                    + " Node.js and packs in Java, use 'pulumi preview' for others", EXAMPLE);
        }
        Map<String, String> options = new HashMap<>();
        for (String option : List.of("use-executor", "binary")) {
            node.get("options").get(option).text("./infra/mvn-program").ifPresent(v -> options.put(option, v));
        }
        return new RuntimeSpec(name, options);
    }
}
