package dev.tandem.e2e.tools;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, or fails, a class whose tools are not there. */
final class ToolsCondition implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        for (Tools tool : context.getRequiredTestClass().getAnnotation(NeedsTools.class).value()) {
            tool.problem().ifPresent(problem -> missing(context.getDisplayName() + " did not run: " + problem));
        }
    }

    /** Skips what is running with a reason, or fails it when the tools are required. */
    static void missing(String reason) {
        if (Tools.required()) {
            throw new AssertionError(reason + " (TANDEM_E2E=required)");
        }
        System.err.println("SKIPPED: " + reason);
        Assumptions.abort(reason);
    }
}
