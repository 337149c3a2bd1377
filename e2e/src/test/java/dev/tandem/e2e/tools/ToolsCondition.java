package dev.tandem.e2e.tools;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Installs the tools that a class needs; skips it, or fails it, when they cannot be had. */
final class ToolsCondition implements BeforeAllCallback {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** What came of trying, so that a failing installation is tried once and not for each class. */
    private static final Map<Tools, Optional<String>> TRIED = new EnumMap<>(Tools.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        String who = context.getRequiredTestClass().getSimpleName() + " did not run: ";
        if ("off".equals(System.getenv("TANDEM_E2E"))) {
            Assumptions.abort(who + "TANDEM_E2E=off");
        }
        for (Tools tool : context.getRequiredTestClass().getAnnotation(NeedsTools.class).value()) {
            TRIED.computeIfAbsent(tool, ToolsCondition::obtain).ifPresent(problem -> missing(who + problem));
        }
    }

    private static Optional<String> obtain(Tools tool) {
        if (tool.problem().isEmpty()) {
            return Optional.empty();
        }
        Path install = ScratchClone.repository().resolve("e2e/tools/install");
        Run.Finished finished = Run.in(install.getParent(), Map.of(), LIMIT, List.of(install.toString(), tool.part()));
        return tool.problem().map(problem -> problem + ", which ended so:\n" + finished.text());
    }

    private static void missing(String reason) {
        if (Tools.required()) {
            throw new AssertionError(reason + " (TANDEM_E2E=required)");
        }
        System.err.println("SKIPPED: " + reason);
        Assumptions.abort(reason);
    }
}
