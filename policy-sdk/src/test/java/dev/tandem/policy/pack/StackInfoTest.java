package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** A pack may be built from the stack, and must answer without one. */
class StackInfoTest {

    private final List<StackInfo> seen = new CopyOnWriteArrayList<>();

    private Pack fromStack(StackInfo stack) {
        seen.add(stack);
        return Pack.named("p", "1.0.0")
                .rule(Rule.resource("validate-" + stack.config("value").orElse("any"))
                        .summary("Validates")
                        .check(c -> c.violation("token " + c.stack().config("token").orElse("") + " preview " + c.stack().dryRun())))
                .build();
    }

    private static AnalyzerStackConfigureRequest.Builder stack() {
        return AnalyzerStackConfigureRequest.newBuilder()
                .setOrganization("acme").setProject("shop").setStack("dev").setDryRun(true)
                .putConfig("shop:value", "false")
                .putConfig("shop:token", "hunter22")
                .addConfigSecretKeys("shop:token")
                .putTags("team", "cats");
    }

    @Test
    void infoCallsWorkWithoutAStackAndThePackIsBuiltAgainForOne() throws Exception {
        try (ServedPack pack = ServedPack.of(this::fromStack)) {
            assertThat(pack.client().getAnalyzerInfo(Empty.getDefaultInstance()).getPolicies(0).getName())
                    .isEqualTo("validate-any");
            pack.client().configureStack(stack().build());
            assertThat(pack.client().getAnalyzerInfo(Empty.getDefaultInstance()).getPolicies(0).getName())
                    .isEqualTo("validate-false");
            assertThat(seen.get(0)).isEqualTo(StackInfo.NONE);
            StackInfo told = seen.get(1);
            assertThat(told.organization()).isEqualTo("acme");
            assertThat(told.tags()).containsEntry("team", "cats");
            assertThat(told.dryRun()).contains(true);
            assertThat(told.isPreview()).isTrue();
        }
    }

    @Test
    void aSecretOfTheStacksConfigurationIsNotPrinted() throws Exception {
        try (ServedPack pack = ServedPack.of(this::fromStack)) {
            pack.client().configureStack(stack().build());
            assertThat(pack.analyze("a:b:C", Map.of()).getDiagnostics(0).getMessage())
                    .isEqualTo("Validates\ntoken [secret] preview Optional[true]");
            assertThat(seen.get(1).toString()).doesNotContain("hunter22");
        }
    }

    @Test
    void dryRunIsFalseInAnUpdateAndEmptyWhereTheEngineSaidNothing() throws Exception {
        try (ServedPack pack = ServedPack.of(this::fromStack)) {
            assertThat(pack.analyze("a:b:C", Map.of()).getDiagnostics(0).getMessage()).endsWith("Optional.empty");
            pack.client().configureStack(stack().setDryRun(false).build());
            assertThat(pack.analyze("a:b:C", Map.of()).getDiagnostics(0).getMessage()).endsWith("Optional[false]");
        }
    }

    @Test
    void oldEnginesTellTheStackByEnvironment() throws Exception {
        Map<String, String> environment = Map.of(
                "PULUMI_PROJECT", "shop", "PULUMI_STACK", "dev", "PULUMI_ORGANIZATION", "acme", "PULUMI_DRY_RUN", "true",
                "PULUMI_CONFIG", "{\"shop:value\":\"true\"}");
        try (ServedPack pack = ServedPack.of(this::fromStack, environment)) {
            assertThat(pack.client().getAnalyzerInfo(Empty.getDefaultInstance()).getPolicies(0).getName())
                    .isEqualTo("validate-true");
            assertThat(seen.get(0).dryRun()).isEqualTo(Optional.of(true));
            assertThat(seen.get(0).organization()).isEqualTo("acme");
        }
    }

    @Test
    void whatTheEngineSaysIsStrongerThanTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("PULUMI_PROJECT", "other", "PULUMI_STACK", "other");
        try (ServedPack pack = ServedPack.of(this::fromStack, environment)) {
            pack.client().configureStack(stack().build());
            pack.client().getAnalyzerInfo(Empty.getDefaultInstance());
            assertThat(seen.get(seen.size() - 1).project()).isEqualTo("shop");
        }
    }

    @Test
    void aLoneVariableOfTheUsersShellIsNoStack() {
        assertThat(StackInfos.of(Map.of("PULUMI_STACK", "dev"))).isEqualTo(StackInfo.NONE);
    }

    @Test
    void aBrokenConfigurationVariableNamesItselfAndNotItsContent() {
        assertThatThrownBy(() -> StackInfos.of(
                        Map.of("PULUMI_PROJECT", "a", "PULUMI_STACK", "b", "PULUMI_CONFIG", "{hunter22")))
                .hasMessage("environment variable PULUMI_CONFIG: expected a JSON object of strings, found something else");
    }

    @Test
    void aPackThatCannotBeBuiltForTheStackSaysWhyAndKeepsTheOldOne() throws Exception {
        PackFactory picky = stack -> {
            if (stack.stack().equals("dev")) {
                throw new IllegalArgumentException("not for dev");
            }
            return fromStack(stack);
        };
        try (ServedPack pack = ServedPack.of(picky)) {
            assertThatThrownBy(() -> pack.client().configureStack(stack().build()))
                    .hasMessage("INVALID_ARGUMENT: policy pack p@1.0.0, ConfigureStack: not for dev");
            assertThat(pack.client().getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("1.0.0");
        }
    }

    @Test
    void aPackThatCannotBeBuiltAtAllEndsTheProcessBeforeThePort() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> {
            throw new IllegalStateException("no rules today");
        })) {
            assertThat(pack.exit()).isEqualTo(1);
            assertThat(pack.stderr())
                    .startsWith("policy pack: the pack could not be built: IllegalStateException: no rules today at StackInfoTest.java:")
                    .hasLineCount(1);
        }
        try (ServedPack pack = ServedPack.of(s -> null)) {
            assertThat(pack.exit()).isEqualTo(1);
            assertThat(pack.stderr().trim()).isEqualTo("policy pack: the pack factory returned no pack");
        }
    }
}
