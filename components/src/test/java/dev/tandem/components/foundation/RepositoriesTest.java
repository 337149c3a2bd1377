package dev.tandem.components.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

class RepositoriesTest {

    private static final String FUNCTIONS = "arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-*";

    /** Without it a function of an image is not made: a policy that is set keeps Lambda from adding its own. */
    @Test
    @Covers("R4.1")
    void thePolicyForThePipelineLetsOwnFunctionsPullTheirImages() {
        String policy = Repositories.policy("arn:aws:iam::111122223333:role/deployment", FUNCTIONS);

        assertThat(policy).contains("arn:aws:iam::111122223333:role/deployment", "ecr:PutImage");
        assertThat(policy.substring(policy.indexOf("RunInFunctions"))).contains("lambda.amazonaws.com", "aws:SourceArn", FUNCTIONS,
                "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer").doesNotContain("ecr:PutImage").doesNotContain("ecr:UploadLayerPart");
    }
}
