package dev.tandem.policies.audit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** A repository of CodeCommit takes a change when two others have approved it: a template says so, and is associated. */
public final class CodeReviewed implements StackCheck {

    private static final long LEAST = 2;

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:codecommit/approvalRuleTemplate:ApprovalRuleTemplate"), template ->
                context.each(template.get("content").json().at("Statements").items(), statement -> {
                    Property needed = statement.at("NumberOfApprovalsNeeded");
                    if (needed.integerOr(0) < LEAST) {
                        context.violation(template, needed, "approvals", "one person can bring a change in alone: found " + needed
                                + ", expected " + LEAST + " or more");
                    }
                }));
        context.each(context.graph().ofType("aws:codecommit/repository:Repository"), repository -> {
            Link best = Links.strongest(context.graph().ofType("aws:codecommit/approvalRuleTemplateAssociation:ApprovalRuleTemplateAssociation"),
                    "repositoryName", repository);
            Links.required(context, repository, best, "changes need nobody's approval: found no ApprovalRuleTemplateAssociation for this"
                    + " repository, expected one",
                    "an approval rule is associated, with which repository cannot be told");
        });
    }
}
