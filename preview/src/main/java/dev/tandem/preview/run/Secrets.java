package dev.tandem.preview.run;

import dev.tandem.policy.model.Redaction;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.project.ConfigValue;
import dev.tandem.preview.project.Stack;
import java.util.stream.Stream;

/** The secrets of a stack: of its configuration and of registered properties. */
public final class Secrets {

    private Secrets() {}

    /** Takes them out of any text. */
    public static Redaction of(Stack stack, Deployment deployment) {
        return Redaction.of(
                deployment.resources().stream()
                        .flatMap(r -> Stream.concat(r.inputs().values().stream(), r.outputs().values().stream()))
                        .toList(),
                stack.config().values().stream().filter(ConfigValue::secret).map(ConfigValue::text).toList());
    }
}
