package dev.tandem.components.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A boundary that IAM would refuse is refused in the preview already. */
class OwnBoundaryTest {

    private static final String ACCOUNT = "111122223333";
    private static final String ARN = "arn:aws:iam::" + ACCOUNT + ":policy/tandem-prod-boundary";
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1");

    private static PolicyDocument of(int topics, String bucket) {
        String[] arns = IntStream.range(0, topics).mapToObj(i -> "arn:aws:sns:eu-west-1:" + ACCOUNT + ":operations-" + i).toArray(String[]::new);
        return PipelineCeiling.on(PermissionsBoundary.of("tandem", ACCOUNT, REGIONS, arns), "tandem", ACCOUNT, REGIONS, Optional.of(bucket));
    }

    @Test
    void theLongestThatAStackCanAskForFits() {
        PolicyDocument longest = of(1, "arn:aws:s3:::" + "b".repeat(63));
        assertThat(OwnBoundary.fitting(ARN, longest)).isEqualTo(longest.toJson()).hasSizeLessThanOrEqualTo(OwnBoundary.MOST);
    }

    @Test
    void whatIamWouldNotTakeIsRefusedWithWhatToShorten() {
        assertThatThrownBy(() -> OwnBoundary.fitting(ARN, of(40, "arn:aws:s3:::states"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the permissions boundary " + ARN + " has ")
                .hasMessageEndingWith(" characters, IAM takes 6144; the longest statement is Data. Fix: adopt fewer alarms topics, shorten "
                        + "the name of the bucket of states (tandem:pipeline), or give a boundary of the account's own "
                        + "(tandem:permissionsBoundaryArn)");
    }
}
