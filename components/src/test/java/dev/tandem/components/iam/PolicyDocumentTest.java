package dev.tandem.components.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs";

    private static Statement read() {
        return Statement.allow("Read").actions("sqs:ReceiveMessage", "sqs:DeleteMessage").resources(QUEUE).build();
    }

    @Test
    void printsFixedKeyOrderAndSortedLists() {
        Statement statement = Statement.allow("Use")
                .services("b.amazonaws.com", "a.amazonaws.com")
                .actions("sqs:SendMessage", "sqs:ReceiveMessage", "sqs:SendMessage")
                .resources(QUEUE)
                .when(Condition.stringEquals("aws:SourceAccount", "111122223333"))
                .when(Condition.arnLike("aws:SourceArn", "arn:aws:sns:*&<"))
                .build();

        assertThat(PolicyDocument.resource(statement).toJson()).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":"
                + "[{\"Sid\":\"Use\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":[\"a.amazonaws.com\",\"b.amazonaws.com\"]},"
                + "\"Action\":[\"sqs:ReceiveMessage\",\"sqs:SendMessage\"],\"Resource\":[\"" + QUEUE + "\"],"
                + "\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":[\"arn:aws:sns:*&<\"]},"
                + "\"StringEquals\":{\"aws:SourceAccount\":[\"111122223333\"]}}}]}");
    }

    @Test
    void trustsAServiceForOneAccountOnly() {
        assertThat(PolicyDocument.trustService("ecs-tasks.amazonaws.com", "111122223333", "arn:aws:ecs:eu-west-1:111122223333:*")
                        .toJson())
                .contains("\"Principal\":{\"Service\":[\"ecs-tasks.amazonaws.com\"]}")
                .contains("\"StringEquals\":{\"aws:SourceAccount\":[\"111122223333\"]}")
                .contains("\"ArnLike\":{\"aws:SourceArn\":[\"arn:aws:ecs:eu-west-1:111122223333:*\"]}")
                .doesNotContain("Resource");
    }

    @Test
    void refusesWhatDoesNotFitItsKind() {
        Statement withPrincipal = Statement.allow("Read").awsPrincipals("*").actions("sqs:ReceiveMessage").resources(QUEUE).build();
        assertThatThrownBy(() -> PolicyDocument.identity(withPrincipal))
                .hasMessage("statement Read has principals, but must have none: it is part of an identity policy");
        assertThatThrownBy(() -> PolicyDocument.resource(read()))
                .hasMessage("statement Read has no principals, but needs them: it is part of a resource policy");
        assertThatThrownBy(() -> PolicyDocument.identity(Statement.allow("Read").actions("sqs:ReceiveMessage").build()))
                .hasMessage("statement Read has no resources, but needs them: it is part of an identity policy");
    }

    @Test
    void refusesTwoStatementsOfOneName() {
        assertThatThrownBy(() -> PolicyDocument.identity(read(), read()))
                .hasMessage("two statements of one policy document are named Read: names must differ");
        assertThatThrownBy(PolicyDocument::identity)
                .hasMessage("a policy document has 0 statements, at least 1 is expected");
    }

    @Test
    void refusesAWholeServiceOnEverything() {
        assertThatThrownBy(() -> PolicyDocument.identity(Statement.allow("All").actions("s3:*").anyResource().build()))
                .hasMessage("statement All allows \"s3:*\" on \"*\": name the actions, or the resources they apply to");
    }

    @Test
    void refusesMalformedStatements() {
        assertThatThrownBy(() -> Statement.allow("All").actions("*").anyResource().build())
                .hasMessageStartingWith("statement All has the action \"*\": expected service:Action");
        assertThat(Statement.deny("All").actions("*").anyResource().build().actions()).containsExactly("*");
        assertThatThrownBy(() -> Statement.allow("pull images").actions("ecr:BatchGetImage").build())
                .hasMessage("statement name \"pull images\" is malformed: expected 1 to 64 letters and digits, such as"
                        + " \"PullImages\"");
        assertThatThrownBy(() -> Statement.allow("None").build())
                .hasMessage("statement None has 0 actions, at least 1 is expected");
        assertThatThrownBy(() -> new Condition("StringEquals", "aws:SourceAccount", List.of()))
                .hasMessageStartingWith("condition StringEquals on aws:SourceAccount has 0 values, at least 1 is expected");
    }

    @Test
    void refusesAConditionThatWouldBeLost() {
        assertThatThrownBy(() -> Statement.allow("Use")
                        .actions("sqs:SendMessage")
                        .resources(QUEUE)
                        .when(Condition.stringEquals("aws:SourceAccount", "1"), Condition.stringEquals("aws:SourceAccount", "2"))
                        .build())
                .hasMessage("statement Use has two conditions StringEquals on aws:SourceAccount, one with [1], one with [2]:"
                        + " put all values in one, IAM reads them as \"one of\"");
    }
}
