package dev.tandem.components.iam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge itself: a matrix that it decides is worth as much as it is right. */
class EvaluatorTest {

    private static final PolicyDocument EVERYTHING_OF_S3 = PolicyDocument.identity(
            Statement.allow("S3").actions("s3:*").resources("arn:aws:s3:::*").build());

    private static boolean decides(PolicyDocument boundary, Request request, Statement... own) {
        RolePlan role = new RolePlan("r", "test",
                PolicyDocument.trustService("ecs-tasks.amazonaws.com", "111122223333", "arn:aws:ecs:eu-west-1:111122223333:*"),
                Map.of("p", PolicyDocument.identity(own)), "arn:aws:iam::111122223333:policy/b", Map.of());
        return new Evaluator(boundary).allows(role, request);
    }

    private static Statement.Builder get() {
        return Statement.allow("Get").actions("s3:Get*").resources("arn:aws:s3:::a/*");
    }

    @Test
    void nothingIsAllowedThatNobodyAllows() {
        assertThat(decides(EVERYTHING_OF_S3, Request.of("s3:GetObject", "arn:aws:s3:::a/x"), get().build())).isTrue();
        assertThat(decides(EVERYTHING_OF_S3, Request.of("s3:getobject", "arn:aws:s3:::a/x"), get().build())).isTrue();
        assertThat(decides(EVERYTHING_OF_S3, Request.of("s3:PutObject", "arn:aws:s3:::a/x"), get().build())).isFalse();
        assertThat(decides(EVERYTHING_OF_S3, Request.of("s3:GetObject", "arn:aws:s3:::b/x"), get().build())).isFalse();
    }

    @Test
    void theBoundaryIsTheCeiling() {
        PolicyDocument nothing = PolicyDocument.identity(Statement.deny("None").actions("*").anyResource().build());
        assertThat(decides(nothing, Request.of("s3:GetObject", "arn:aws:s3:::a/x"), get().build())).isFalse();
        PolicyDocument other = PolicyDocument.identity(
                Statement.allow("Other").actions("sqs:*").resources("arn:aws:sqs:eu-west-1:111122223333:q").build());
        assertThat(decides(other, Request.of("s3:GetObject", "arn:aws:s3:::a/x"), get().build())).isFalse();
    }

    @Test
    void aDenialWins() {
        Statement deny = Statement.deny("Deny").actions("s3:GetObject").resources("arn:aws:s3:::a/secret").build();
        assertThat(decides(EVERYTHING_OF_S3, Request.of("s3:GetObject", "arn:aws:s3:::a/secret"), get().build(), deny)).isFalse();
        assertThat(decides(EVERYTHING_OF_S3, Request.of("s3:GetObject", "arn:aws:s3:::a/open"), get().build(), deny)).isTrue();
    }

    @Test
    void conditionsMustHoldAndNeedAValue() {
        Request request = Request.of("s3:GetObject", "arn:aws:s3:::a/x");
        Statement here = get().when(Condition.stringEquals("aws:RequestedRegion", "eu-west-1")).build();
        assertThat(decides(EVERYTHING_OF_S3, request, here)).isFalse();
        assertThat(decides(EVERYTHING_OF_S3, request.with("aws:RequestedRegion", "eu-west-1"), here)).isTrue();
        assertThat(decides(EVERYTHING_OF_S3, request.with("aws:RequestedRegion", "us-east-1"), here)).isFalse();
    }

    @Test
    void severalValuesCountAsIamCountsThem() {
        Request request = Request.of("s3:GetObject", "arn:aws:s3:::a/x");
        Statement any = get().when(Condition.anyStringEquals("k", "1")).build();
        Statement all = get().when(Condition.allStringsEqual("k", "1", "2")).build();
        assertThat(List.of(decides(EVERYTHING_OF_S3, request.with("k", "1", "3"), any),
                decides(EVERYTHING_OF_S3, request.with("k", "3"), any), decides(EVERYTHING_OF_S3, request, any)))
                .containsExactly(true, false, false);
        assertThat(List.of(decides(EVERYTHING_OF_S3, request.with("k", "1"), all),
                decides(EVERYTHING_OF_S3, request.with("k", "1", "3"), all), decides(EVERYTHING_OF_S3, request, all)))
                .containsExactly(true, false, true);
    }

    @Test
    void refusesToGuess() {
        Statement odd = get().when(new Condition("IpAddress", "aws:SourceIp", List.of("10.0.0.0/8"))).build();
        assertThatThrownBy(() -> decides(EVERYTHING_OF_S3, Request.of("s3:GetObject", "arn:aws:s3:::a/x"), odd))
                .hasMessage("no evaluation of the operator IpAddress");
    }
}
