package dev.tandem.policies.container;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Images are scanned for known vulnerabilities when they arrive. */
public final class ScanOnPush implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Expect.on(context, "images are not scanned", "imageScanningConfiguration[0].scanOnPush");
    }
}
