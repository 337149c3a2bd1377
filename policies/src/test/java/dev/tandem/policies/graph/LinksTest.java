package dev.tandem.policies.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Resource BUCKET = resource("aws:s3/bucket:Bucket", "data", Map.of("bucket", "data"));
    private static final Resource CERTAIN = logging("certain", "data");
    private static final Resource ANOTHER = logging("another", "else");
    private static final Resource UNKNOWN = TestResource.of("aws:s3/bucketLogging:BucketLogging", "unknown")
            .withUnknown("bucket").asInput();

    @Test
    void aCertainLinkOutweighsAPossibleOneInAnyOrder() {
        assertThat(strongest(UNKNOWN, CERTAIN, ANOTHER)).isEqualTo(Link.YES);
        assertThat(strongest(CERTAIN, ANOTHER, UNKNOWN)).isEqualTo(Link.YES);
    }

    @Test
    void aPossibleLinkOutweighsNoneInAnyOrder() {
        assertThat(strongest(UNKNOWN, ANOTHER)).isEqualTo(Link.MAYBE);
        assertThat(strongest(ANOTHER, UNKNOWN)).isEqualTo(Link.MAYBE);
    }

    @Test
    void nothingLinkedIsNo() {
        assertThat(strongest(ANOTHER)).isEqualTo(Link.NO);
        assertThat(strongest()).isEqualTo(Link.NO);
    }

    @Test
    void whatTheProviderOnlyPredictsLinksNothing() {
        assertThat(strongest(UNKNOWN.withInputNames(Set.of("targetBucket")))).isEqualTo(Link.NO);
        assertThat(strongest(UNKNOWN.withInputNames(Set.of("bucket")))).isEqualTo(Link.MAYBE);
    }

    @Test
    void aRepositoryIsNamedByItsRepositoryName() {
        Resource shop = resource("aws:codecommit/repository:Repository", "shop", Map.of("repositoryName", "shop"));
        String association = "aws:codecommit/approvalRuleTemplateAssociation:ApprovalRuleTemplateAssociation";
        assertThat(Links.between(resource(association, "a", Map.of("repositoryName", "shop")), "repositoryName", shop))
                .isEqualTo(Link.YES);
        assertThat(Links.between(resource(association, "b", Map.of("repositoryName", "till")), "repositoryName", shop))
                .isEqualTo(Link.NO);
    }

    private static Link strongest(Resource... from) {
        return Links.strongest(List.of(from), "bucket", BUCKET);
    }

    private static Resource logging(String name, String bucket) {
        return resource("aws:s3/bucketLogging:BucketLogging", name, Map.of("bucket", bucket));
    }

    private static Resource resource(String type, String name, Map<String, String> properties) {
        return TestResource.of(type, name, properties).asInput();
    }
}
