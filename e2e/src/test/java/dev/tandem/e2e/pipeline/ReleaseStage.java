package dev.tandem.e2e.pipeline;

import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A clone with the steps and a stack's file; routes, ECS and Pulumi are stand-ins, the steps and their order are not. */
abstract class ReleaseStage {

    static final String IMAGE = "tandem/prod/auth@sha256:" + "0a".repeat(32);
    static final String RUNNING = "tandem/prod/auth@sha256:" + "0c".repeat(32);
    static final String OTHER = "tandem/prod/persona@sha256:" + "0d".repeat(32);
    static final String STACK = "config:\n  tandem:services: {}\n";
    static final String SET = "pulumi config set --stack eu-central-1 --path tandem:services.auth.";
    static final String SET_OTHER = "pulumi config set --stack eu-central-1 --path tandem:services.persona.image ";
    static final String SET_TRIAL = "pulumi config set --stack eu-central-1 --path tandem:staging.services.auth.";
    static final String UP = "pulumi up --stack eu-central-1 --yes --non-interactive --policy-pack policies";

    static final String UP_TRIAL = UP + " --target **-stg --target **-stg-* --target **:StagingGround::staging --target **:StagingGround$**"
            + " --target **:Function::mesh-identity-issuer";

    @TempDir
    Path directory;

    Path clone;
    Steps steps;

    @BeforeEach
    void aServiceWithTwoVersions() throws IOException {
        clone = directory.resolve("clone");
        Path pipeline = ScratchClone.repository().resolve("pipeline");
        try (Stream<Path> files = Files.walk(pipeline)) {
            for (Path file : files.toList()) {
                Path copy = clone.resolve("pipeline").resolve(pipeline.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(clone.resolve("Pulumi.eu-central-1.yaml"), STACK);
        steps = new Steps(clone, directory).with("SERVICE", "auth").with("BASE_URL", "http://127.0.0.1:1").with("STACK", "eu-central-1")
                .with("IMAGE", IMAGE).with("TANDEM", directory.resolve("bin/tandem").toString())
                .with("K6", directory.resolve("bin/k6").toString());
        steps.standIn("k6", "");
        pulumi("");
        runs(IMAGE);
        live("stable 100 %, canary 0 %");
    }

    /** @param more cases of its arguments, before the usual ones */
    final void pulumi(String more) {
        steps.standIn("pulumi", "case $* in " + more + " 'config set'*) echo \"# $*\" >>Pulumi.eu-central-1.yaml ;; "
                + "'config get'*auth-stg*) echo \"error: configuration key '${6#tandem:}' not found for stack '$4'\" >&2; exit 255 ;; esac");
    }

    final void live(String shares) {
        steps.standIn("tandem", "case $1 in status) echo 'auth  version 7  " + shares + "' ;; esac");
    }

    final void runs(String image) {
        steps.standIn("aws", "case $* in *describe-services*) echo definition:3 ;; *describe-task-definition*) echo '"
                + "111122223333.dkr.ecr.eu-central-1.amazonaws.com/" + image + "' ;; esac");
    }

    final List<String> brief() {
        return steps.calls().stream().filter(call -> !call.startsWith("aws ecs describe") && !call.startsWith("pulumi config get"))
                .map(call -> call.replaceAll(" --environment .*| run --no-usage-report .*/| --region .* --services", "").strip()
                        .replace(" --no-color", "").replace("k6", "k6 ").replace("  ", " ")).toList();
    }

    final void twoServicesAndATrial(String shares) {
        twoServicesAndATrial(shares, "stable 100 %, canary 0 %");
    }

    final void twoServicesAndATrial(String shares, String trial) {
        steps.standIn("tandem", "case $1 in status) printf '%s\\n' 'eu-central-1 (prod)' 'auth  version 7  " + shares + "' "
                + "'auth-stg  version 1  " + trial + "' 'persona  version 4  stable 100 %, canary 0 %' ;; esac");
        String registry = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/";
        steps.standIn("aws", "case $* in *describe-services*persona-stable*) echo persona:2 ;; *describe-services*auth-stable*) echo auth:3 ;; "
                + "*describe-services*auth-*canary*) echo auth-canary:1 ;; *definition*persona:2*) echo " + registry + OTHER + " ;; "
                + "*definition*auth:3*) echo " + registry + RUNNING + " ;; *definition*auth-canary:1*) echo " + registry + IMAGE + " ;; esac");
    }
}
