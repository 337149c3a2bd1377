package dev.tandem.e2e.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The tools that {@code e2e/tools/install} puts into its cache. */
public enum Tools {

    /** The stock Pulumi CLI and its Java language host, in one directory. */
    STOCK_CLI("cli", "bin", "bin/pulumi", "bin/pulumi-language-java"),
    /** The YAML language host, beside the CLI. */
    YAML_HOST("yaml", "bin", "bin/pulumi-language-yaml"),
    /** The Node.js SDK of Pulumi, as npm installs it; node itself is found on PATH. */
    NODE_SDK("node", "node", "node/node_modules/@pulumi/pulumi/cmd/run"),
    /** The newest Pulumi CLI, which takes the language host of {@link #STOCK_CLI}. */
    NEWEST_CLI("newest", "newest", "newest/pulumi"),
    /** What checks the recipes for build servers: a Python environment with GitLab's schema, and actionlint beside it. */
    RECIPES("recipes", "recipes", "recipes/bin/check-jsonschema", "actionlint/actionlint"),
    /** The home of a JDK 25 or later. */
    JDK_25("jdk25", "jdk25", "jdk25/bin/java"),
    /** A Python virtual environment with what the upstream audit needs. */
    AUDIT("audit", "audit", "audit/bin/checkov"),
    /** A Python virtual environment with moto, the simulator of AWS. */
    MOTO("moto", "moto", "moto/bin/moto_server"),
    /** The Terraform provider hashicorp/aws, in the version behind com.pulumi:aws. */
    AWS_PROVIDER("provider", "provider", "provider/terraform-provider-aws"),
    /** Gradle, of whatever version there is. */
    GRADLE("gradle", "gradle", "gradle/gradle"),
    /** The Envoy proxy, in the version that the container image has. */
    ENVOY("envoy", "envoy", "envoy/envoy"),
    /** A headless browser. */
    CHROMIUM("chromium", "chromium", "chromium/chromium"),
    /** k6, the load generator. */
    K6("k6", "k6", "k6/k6"),
    /** What finds breaking changes of protobuf schemas. */
    BUF("buf", "buf", "buf/buf");

    private final String part;
    private final String directory;
    private final String[] files;

    Tools(String part, String directory, String... files) {
        this.part = part;
        this.directory = directory;
        this.files = files;
    }

    /** What the installer calls it. */
    String part() {
        return part;
    }

    /** Where it is, whether it is there or not. */
    public Path path() {
        return cache().resolve(directory);
    }

    /** Why it cannot be used; empty when it can. */
    public Optional<String> problem() {
        for (String file : files) {
            if (!Files.isExecutable(cache().resolve(file))) {
                return Optional.of(cache().resolve(file) + " is not there; install it with e2e/tools/install");
            }
        }
        return Optional.empty();
    }

    /** Whether a missing tool is a failure: with {@code TANDEM_E2E=required} it is, else the tests are skipped. */
    public static boolean required() {
        return "required".equals(System.getenv("TANDEM_E2E"));
    }

    /** What was installed is here, and what tests keep from one run to the next. */
    public static Path cache() {
        String own = System.getenv("TANDEM_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("tandem").toAbsolutePath();
    }
}
