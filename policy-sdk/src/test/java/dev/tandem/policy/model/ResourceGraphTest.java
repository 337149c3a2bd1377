package dev.tandem.policy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The questions that rules ask of a stack: a small shop, at preview, ids unknown. */
class ResourceGraphTest {

    private static final String BUCKET = "aws:s3/bucket:Bucket";
    private static final String BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

    private static String urn(String type, String name) {
        return "urn:pulumi:dev::shop::" + type + "::" + name;
    }

    private static Resource.Builder resource(String type, String name) {
        return Resource.builder(urn(type, name));
    }

    private final Resource stack = resource("pulumi:pulumi:Stack", "shop-dev").build();
    private final Resource site = resource("shop:index:Site", "site").parent(stack.urn()).build();
    private final Resource bucket = resource(BUCKET, "logs").parent(site.urn())
            .properties(Map.of("id", new Value.Unknown())).build();
    private final Resource block = resource(BLOCK, "logs").parent(bucket.urn())
            .properties(Map.of("bucket", new Value.Unknown()))
            .dependencies(List.of(bucket.urn()))
            .propertyDependencies(Map.of("bucket", List.of(bucket.urn()))).build();
    private final Resource nativeBucket = resource("aws-native:s3:Bucket", "other").parent(stack.urn())
            .dependencies(List.of(site.urn(), urn("a:b:C", "not-listed"))).build();
    private final ResourceGraph graph = ResourceGraph.of(
            List.of(stack, site, bucket, block, nativeBucket),
            type -> type.equals("aws-native:s3:Bucket") ? BUCKET : type);

    @Test
    void byTypeAfterNormalisationAndByUrn() {
        assertThat(graph.ofType(BUCKET)).containsExactly(bucket, nativeBucket);
        assertThat(graph.ofType("aws-native:s3:Bucket")).containsExactly(bucket, nativeBucket);
        assertThat(graph.ofType("gone")).isEmpty();
        assertThat(graph.typeOf(nativeBucket)).isEqualTo(BUCKET);
        assertThat(graph.find(bucket.urn())).contains(bucket);
        assertThat(graph.find("urn:x")).isEmpty();
        assertThat(graph.all()).hasSize(5);
    }

    @Test
    void parentsComponentsChildrenAndDescendants() {
        assertThat(graph.parentOf(block)).contains(bucket);
        assertThat(graph.ancestors(block)).containsExactly(bucket, site, stack);
        assertThat(graph.ancestor(block, "shop:index:Site")).contains(site);
        assertThat(graph.ancestor(block, "aws-native:s3:Bucket")).contains(bucket);
        assertThat(graph.ancestor(site, BUCKET)).isEmpty();
        assertThat(graph.children(site)).containsExactly(bucket);
        assertThat(graph.descendants(site)).containsExactly(bucket, block);
        assertThat(graph.descendants(stack)).containsExactly(site, nativeBucket, bucket, block);
    }

    @Test
    void whatItDependsOnAndWhatRefersToIt() {
        assertThat(graph.dependencies(nativeBucket)).as("what is not listed is left out").containsExactly(site);
        assertThat(graph.dependencies(block)).containsExactly(bucket);
        assertThat(graph.referenced(block, "bucket")).containsExactly(bucket);
        assertThat(graph.referenced(block, "other")).isEmpty();
        assertThat(graph.referrers(bucket)).containsExactly(block);
        assertThat(graph.referrers(bucket, BLOCK, "bucket")).containsExactly(block);
        assertThat(graph.referrers(bucket, BLOCK, "other")).isEmpty();
        assertThat(graph.referrers(bucket, BUCKET, "bucket")).isEmpty();
        assertThat(graph.referrers(site)).containsExactly(nativeBucket);
    }

    @Test
    void circlesEnd() {
        Resource a = resource("a:b:C", "a").parent(urn("a:b:C", "b")).dependencies(List.of(urn("a:b:C", "b"))).build();
        Resource b = resource("a:b:C", "b").parent(urn("a:b:C", "a")).dependencies(List.of(urn("a:b:C", "a"))).build();
        ResourceGraph circle = ResourceGraph.of(List.of(a, b));
        assertThat(circle.ancestors(a)).containsExactly(b);
        assertThat(circle.descendants(a)).containsExactly(b);
        assertThat(circle.dependencies(a)).containsExactly(b);
        assertThat(circle.ancestor(a, "gone")).isEmpty();
    }

    @Test
    void aChainOfTenThousandIsNoTrouble() {
        List<Resource> chain = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i ->
                chain.add(resource("a:b:C", "r" + i).parent(i == 0 ? null : urn("a:b:C", "r" + (i - 1))).build()));
        ResourceGraph deep = ResourceGraph.of(chain);
        assertThat(deep.ancestors(chain.get(9_999))).hasSize(9_999);
        assertThat(deep.descendants(chain.get(0))).hasSize(9_999);
    }
}
