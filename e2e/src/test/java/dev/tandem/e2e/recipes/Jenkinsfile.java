package dev.tandem.e2e.recipes;

import dev.tandem.e2e.recipes.Recipe.Step;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * A declarative Jenkinsfile, read by Groovy as Jenkins reads it. Each block allows what Jenkins allows there and the steps
 * of its standard plugins that the guide uses; anything else is a {@link MissingMethodException}. Jenkins' own validator
 * runs only within a server. Source: Jenkins, "Pipeline Syntax".
 */
final class Jenkinsfile {

    private static final Set<String> CONDITIONS =
            Set.of("always", "changed", "fixed", "regression", "aborted", "failure", "success", "unstable", "unsuccessful", "cleanup");
    private static final Set<String> STEPS = Set.of("sh", "dir", "junit", "echo", "archiveArtifacts");

    /** What may stand in each kind of block. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("file", Set.of("pipeline")),
            Map.entry("pipeline", Set.of("agent", "environment", "options", "parameters", "post", "stages", "tools", "triggers")),
            Map.entry("stages", Set.of("stage")),
            Map.entry("stage", Set.of("agent", "environment", "input", "options", "parallel", "post", "stages", "steps", "tools", "when")),
            Map.entry("agent", Set.of("docker", "dockerfile", "kubernetes", "label", "node")),
            Map.entry("docker", Set.of("image", "label", "args", "reuseNode", "registryUrl", "registryCredentialsId", "alwaysPull")),
            Map.entry("options", Set.of("timeout", "timestamps", "disableConcurrentBuilds", "retry", "skipDefaultCheckout")),
            Map.entry("environment", Set.of("credentials")),
            Map.entry("post", CONDITIONS),
            Map.entry("steps", STEPS),
            Map.entry("condition", STEPS),
            Map.entry("dir", STEPS));

    private final Deque<String> blocks = new ArrayDeque<>(List.of("file"));
    private final List<String> stages = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String directory = "";

    private Jenkinsfile() {}

    /** Reads and walks through the file; its steps are noted and not run. */
    static Jenkinsfile run(String text) {
        Jenkinsfile file = new Jenkinsfile();
        CompilerConfiguration settings = new CompilerConfiguration();
        settings.setScriptBaseClass(Blocks.class.getName());
        Binding binding = new Binding();
        binding.setVariable("jenkinsfile", file);
        new GroovyShell(Jenkinsfile.class.getClassLoader(), binding, settings).evaluate(text, "Jenkinsfile");
        if (!file.stages.isEmpty()) {
            return file;
        }
        throw new IllegalArgumentException("a declarative Jenkinsfile is a pipeline with stages, found none");
    }

    /** The names of its stages. */
    List<String> stages() {
        return stages;
    }

    /** Its shell steps, in order. */
    List<Step> steps() {
        return steps;
    }

    private Object call(String name, Object[] arguments) {
        String block = blocks.element();
        if (!ALLOWED.getOrDefault(block, Set.of()).contains(name)) {
            throw new MissingMethodException(name + " within " + block, Jenkinsfile.class, arguments);
        }
        Object first = arguments.length == 0 ? null : arguments[0];
        if (name.equals("stage")) {
            stages.add(String.valueOf(first));
        } else if (name.equals("sh")) {
            steps.add(new Step(directory, String.valueOf(first)));
        }
        if (arguments.length > 0 && arguments[arguments.length - 1] instanceof Closure<?> body) {
            String outside = directory;
            directory = name.equals("dir") ? String.valueOf(first) : directory;
            blocks.push(CONDITIONS.contains(name) ? "condition" : name);
            body.setResolveStrategy(Closure.OWNER_FIRST);
            body.call();
            blocks.pop();
            directory = outside;
        }
        return name;
    }

    /** What a Jenkinsfile's calls reach. */
    public abstract static class Blocks extends Script {

        /** Any call that Groovy does not know by itself. */
        public Object methodMissing(String name, Object arguments) {
            return ((Jenkinsfile) getBinding().getVariable("jenkinsfile")).call(name, (Object[]) arguments);
        }
    }
}
