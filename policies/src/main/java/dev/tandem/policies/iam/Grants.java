package dev.tandem.policies.iam;

import dev.tandem.policies.statement.PolicyHolders;
import dev.tandem.policies.statement.PolicyKind;
import dev.tandem.policies.statement.Statement;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.function.Consumer;

/** Walks the statements of the documents that a resource holds. */
final class Grants {

    /** Conditions that limit which resources are meant although the pattern names all. */
    static final List<String> RESOURCE_LIMITS = List.of(
            "aws:resourcetag/", "aws:resourceaccount", "aws:resourceorgid", "ec2:resourcetag/", "ssm:resourcetag/",
            "secretsmanager:resourcetag/", "iam:resourcetag/", "s3:existingobjecttag/", "aws:requesttag/");

    private Grants() {}

    /** Documents of one kind, each judged by itself, so that an unknown one does not hide another. */
    static void documents(ResourceContext context, PolicyKind kind, Consumer<Property> judgement) {
        String type = AwsTypes.canonical(context.resource().type());
        context.each(PolicyHolders.documents(context.resource(), type, kind), judgement::accept);
    }

    /** Allow statements of one kind. */
    static void allows(ResourceContext context, PolicyKind kind, Consumer<Statement> judgement) {
        documents(context, kind, document -> context.each(Statement.of(document), statement -> {
            if (statement.allows()) {
                judgement.accept(statement);
            }
        }));
    }

    /** Whether the statement is about every resource, with no condition that says which. */
    static boolean isUnlimited(Statement statement) {
        return statement.coversEveryResource() && !statement.conditions().limitAnyThatStarts(RESOURCE_LIMITS);
    }
}
