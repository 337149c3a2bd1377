package dev.tandem.e2e.stock;

import dev.tandem.e2e.tools.Tools;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of the stock CLI in tests: nothing of this machine's accounts, all state in a directory of its own. */
public final class CliEnvironment {

    private CliEnvironment() {}

    /**
     * Variables by name, to be added to; an empty value takes a variable out.
     *
     * @param directory holds {@code home} and {@code state}
     * @param javaHome the JDK of program, pack and provider
     */
    public static Map<String, String> in(Path directory, Path javaHome) {
        Map<String, String> own = new HashMap<>();
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("AWS_") || name.startsWith("PULUMI_"))
                .forEach(name -> own.put(name, ""));
        own.put("PATH", Tools.STOCK_CLI.path() + ":" + javaHome.resolve("bin") + ":" + System.getenv("PATH"));
        own.put("JAVA_HOME", javaHome.toString());
        own.put("PULUMI_HOME", directory.resolve("home").toString());
        // Without metadata: a backend of files writes them in place beside each state, and whoever reads the other stack's
        // state at that moment fails with "failed to load checkpoint: EOF".
        own.put("PULUMI_BACKEND_URL", directory.resolve("state").toUri() + "?metadata=skip");
        own.put("PULUMI_CONFIG_PASSPHRASE", "only for tests");
        own.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        own.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        own.put("PULUMI_DEBUG_COMMANDS", "true");
        return own;
    }
}
