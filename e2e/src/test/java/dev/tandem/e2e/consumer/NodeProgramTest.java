package dev.tandem.e2e.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.run.Preview;
import dev.tandem.preview.run.PreviewOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in JavaScript, judged by the same pack in the offline engine; the stock CLI's host for it could not be built. */
@NeedsTools(Tools.NODE_SDK)
class NodeProgramTest {

    @TempDir
    Path root;

    @BeforeEach
    void program() throws IOException {
        Path program = ScratchClone.repository().resolve("e2e/consumer/node");
        try (Stream<Path> files = Files.list(program)) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void the_pack_refuses_its_mistake_and_takes_it_without() throws IOException {
        Files.createSymbolicLink(root.resolve("node_modules"), Tools.NODE_SDK.path().resolve("node_modules"));
        StackReport refused = preview();
        assertThat(refused.problems()).isEmpty();
        assertThat(refused.findings()).filteredOn(f -> f.level() == EnforcementLevel.MANDATORY)
                .singleElement().satisfies(f -> {
                    assertThat(f.rule()).isEqualTo("sg-no-world-ingress");
                    assertThat(f.urn()).isEqualTo("urn:pulumi:prod::shop::aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::debug");
                });
        assertThat(refused.exitCode()).isEqualTo(ExitCode.VIOLATED);

        Path index = root.resolve("index.js");
        Files.writeString(index, Files.readString(index).replace("cidrIpv4: \"0.0.0.0/0\"", "referencedSecurityGroupId: group.id"));
        assertThat(preview().exitCode()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void a_program_without_its_sdk_is_told_what_to_install() {
        StackReport failed = preview();
        assertThat(failed.exitCode()).isEqualTo(ExitCode.PROGRAM_FAILED);
        assertThat(failed.problems()).singleElement().asString().contains("node_modules/@pulumi/pulumi", "npm install");
    }

    private StackReport preview() {
        String pack = SharedClone.get().root().resolve("policies").toString();
        return Preview.run(new PreviewOptions(root, List.of(), Optional.of(pack), Optional.empty(), false, false,
                Duration.ofMinutes(6))).stacks().get(0);
    }
}
