package dev.tandem.preview.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    private final Deployment deployment = new Deployment("shop", "dev");

    @Test
    void urnsCarryTheTypesOfTheAncestorsButNotTheStacks() {
        String stack = deployment.urn("", Registration.STACK_TYPE, "shop-dev");
        String component = deployment.urn(stack, "shop:index:Site", "www");
        String child = deployment.urn(component, "aws:s3/bucketV2:BucketV2", "www-files");
        String grandchild = deployment.urn(child, "aws:s3/bucketObject:BucketObject", "index::page");

        assertThat(stack).isEqualTo("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev").isEqualTo(deployment.stackUrn());
        assertThat(component).isEqualTo("urn:pulumi:dev::shop::shop:index:Site::www");
        assertThat(child).isEqualTo("urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucketV2:BucketV2::www-files");
        assertThat(grandchild).isEqualTo("urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucketV2:BucketV2$"
                + "aws:s3/bucketObject:BucketObject::index::page");
    }

    @Test
    void refusesTwoResourcesOfOneUrn() {
        deployment.add(queue());

        assertThatThrownBy(() -> deployment.add(queue()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("two resources have the URN 'urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs': expected"
                        + " another name for one of them (type aws:sqs/queue:Queue, name 'jobs', below the stack)");
    }

    @Test
    void refusesOutputsAndChildrenOfWhatWasNeverRegistered() {
        assertThatThrownBy(() -> deployment.setOutputs("urn:x", Map.of()))
                .hasMessage("outputs for 'urn:x', which was never registered");
        assertThatThrownBy(() -> deployment.parent("urn:x")).hasMessage("could not find parent resource 'urn:x'");
    }

    @Test
    void durationsAreSeconds() {
        assertThat(Options.seconds("1h30m")).isEqualTo(5400);
        assertThat(Options.seconds("90s")).isEqualTo(90);
        assertThat(Options.seconds("1.5m")).isEqualTo(90);
        assertThat(Options.seconds("")).isZero();
        assertThatThrownBy(() -> Options.seconds("soon"))
                .hasMessage("custom timeout 'soon': expected a duration such as 90s, 15m or 1h30m");
    }

    @Test
    void defaultProvidersAreNamedByVersion() {
        assertThat(Providers.defaultName("6.83.0")).isEqualTo("default_6_83_0");
        assertThat(Providers.defaultName("1.0.0-rc.1")).isEqualTo("default_1_0_0_rc_1");
        assertThat(Providers.defaultName("")).isEqualTo("default");
    }

    private Registration queue() {
        return new Registration(deployment.urn("", "aws:sqs/queue:Queue", "jobs"), "aws:sqs/queue:Queue", "jobs", true,
                false, "", "", Map.of(), Map.of(), Options.NONE, List.of(), Map.of());
    }
}
