package dev.tandem.policies.resilience;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** Events that a function fails on twice go to a queue, a topic or another function, rather than nowhere. */
public final class FunctionDeadLetters implements StackCheck {

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:lambda/function:Function"), function -> {
            if (!First.nothing(function.get("deadLetterConfig")) && !First.nothing(function.get("deadLetterConfig[0].targetArn"))) {
                return;
            }
            Link best = Links.strongest(
                    context.graph().ofType("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"),
                    invoke -> First.nothing(invoke.get("destinationConfig[0].onFailure"))
                            ? Link.NO : Links.between(invoke, "functionName", function));
            Links.required(context, function, best, "found no deadLetterConfig, and no destination on failure; expected a queue"
                    + " or topic for events that the function fails on",
                    "a destination on failure exists, for which function cannot be told");
        });
    }
}
