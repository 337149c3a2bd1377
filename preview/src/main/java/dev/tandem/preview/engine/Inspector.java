package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Looks at every resource as it is registered; policy packs do. Called in order of registration; thread-safe. */
@FunctionalInterface
public interface Inspector {

    /** The inputs to go on with: the resource's own, or what a remediation made of them. */
    CompletionStage<Map<String, Value>> inspect(Registration resource, Deployment deployment);
}
