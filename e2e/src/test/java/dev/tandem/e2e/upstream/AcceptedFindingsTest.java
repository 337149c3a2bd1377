package dev.tandem.e2e.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.upstream.AcceptedFindings.Accepted;
import dev.tandem.e2e.upstream.UpstreamAudit.Failure;
import org.junit.jupiter.api.Test;

/** No finding stays without a record that explains it. */
class AcceptedFindingsTest {

    @Test
    void everyAcceptedFindingIsExplainedByItsRecord() {
        assertThat(AcceptedFindings.read()).isNotEmpty().allMatch(Accepted::isExplained);
    }

    @Test
    void aLineMatchesItsCheckAndItsResourceOnly() {
        Accepted accepted = new Accepted("CKV_AWS_144", "aws_s3_bucket.*", "docs/adr/x.md");

        assertThat(accepted.matches(new Failure("s", "CKV_AWS_144", "aws_s3_bucket.foundation-logs"))).isTrue();
        assertThat(accepted.matches(new Failure("s", "CKV_AWS_145", "aws_s3_bucket.foundation-logs"))).isFalse();
        assertThat(accepted.matches(new Failure("s", "CKV_AWS_144", "aws_s3_bucketXfoundation"))).isFalse();
        assertThat(accepted.isExplained()).isFalse();
    }
}
