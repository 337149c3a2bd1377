package dev.tandem.policies.container;

import dev.tandem.policies.types.AnyCase;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Functions, builds, batch jobs and applications get secrets by reference, not as plain environment variables. */
public final class NoSecretsInFunctions implements ResourceCheck {

    private static final String JOB = "aws:batch/jobDefinition:JobDefinition";

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:lambda/function:Function", "aws:codebuild/project:Project", JOB, "aws:apprunner/service:Service",
    };

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        if (type.startsWith("aws:codebuild/")) {
            pairs(context, context.get("environment[0].environmentVariables"), "PLAINTEXT");
        } else if (type.equals(JOB)) {
            pairs(context, AnyCase.json(context.get("containerProperties")).key("environment"), "");
        } else {
            Property variables = First.of(context.resource(), "environment[0].variables",
                    "sourceConfiguration[0].imageRepository[0].imageConfiguration[0].runtimeEnvironmentVariables");
            variables.entries().forEach((name, value) -> context.attempt(() -> judge(context, name, value)));
        }
    }

    private static void pairs(ResourceContext context, Property list, String plain) {
        context.each(list.items(), variable -> {
            if (plain.isEmpty() || variable.at("type").stringOr(plain).equals(plain)) {
                judge(context, variable.key("name").stringOr(""), variable.key("value"));
            }
        });
    }

    private static void judge(ResourceContext context, String name, Property value) {
        if (SecretName.carries(name, value.stringOr(""))) {
            context.violation(value, "variable::" + name, "a secret is in plain text: environment variable " + name
                    + ", expected the name or ARN of a secret that is read when it is needed");
        }
    }
}
