package dev.tandem.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeNamesTest {

    @Test
    void givesOneNameToTokensOfOneThing() {
        assertThat(TypeNames.normalise("aws:s3/bucketV2:BucketV2")).isEqualTo("aws:s3/bucket:Bucket");
        assertThat(TypeNames.normalise("aws:s3/bucketObjectv2:BucketObjectv2"))
                .isEqualTo("aws:s3/bucketObject:BucketObject");
        assertThat(TypeNames.normalise("aws:alb/loadBalancer:LoadBalancer"))
                .isEqualTo("aws:lb/loadBalancer:LoadBalancer");
    }

    @Test
    void leavesOthersAlone() {
        assertThat(TypeNames.normalise("aws:ecs/service:Service")).isEqualTo("aws:ecs/service:Service");
        assertThat(TypeNames.normalise("aws:apigatewayv2/api:Api")).isEqualTo("aws:apigatewayv2/api:Api");
        assertThat(TypeNames.normalise("aws:wafv2/webAcl:WebAcl")).isEqualTo("aws:wafv2/webAcl:WebAcl");
    }
}
