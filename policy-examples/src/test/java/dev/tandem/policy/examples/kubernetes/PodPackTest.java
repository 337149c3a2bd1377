package dev.tandem.policy.examples.kubernetes;

import dev.tandem.policy.testing.RuleTester;
import dev.tandem.policy.testing.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodPackTest {

    private static final Map<String, Object> GOOD = Map.of(
            "name", "web", "image", "registry.example:5000/shop/web:1.4.2",
            "securityContext", Map.of("allowPrivilegeEscalation", false, "runAsNonRoot", true),
            "resources", Map.of("limits", Map.of("memory", "256Mi")));

    private final TestResource pod = TestResource.of("kubernetes:core/v1:Pod", "web").with("spec.containers", List.of(GOOD));
    private final TestResource deployment = TestResource.of("kubernetes:apps/v1:Deployment", "web")
            .with("spec.template.spec.containers", List.of(GOOD));
    private final TestResource cronJob = TestResource.of("kubernetes:batch/v1:CronJob", "clean")
            .with("spec.jobTemplate.spec.template.spec.containers", List.of(GOOD));

    @Test
    void aGoodWorkloadPassesEveryRule() {
        for (var rule : PodPack.pack().rules()) {
            RuleTester tester = RuleTester.of(rule);
            tester.on(pod).assertClean();
            tester.on(deployment).assertClean();
            tester.on(cronJob).assertClean();
        }
    }

    @Test
    void privilegesAreFoundWhereverAPodIsWritten() {
        RuleTester tester = RuleTester.of(Privileges.NO_PRIVILEGED_CONTAINER);
        tester.on(pod.with("spec.containers[0].securityContext.privileged", true))
                .assertFindings("no-privileged-container[web]")
                .assertViolatesAt("spec.containers[0].securityContext.privileged");
        tester.on(deployment.without("spec.template.spec.containers[0].securityContext"))
                .assertFindings("no-privileged-container[web/escalation]");
        tester.on(cronJob.with("spec.jobTemplate.spec.template.spec.initContainers",
                        List.of(Map.of("name", "prepare", "securityContext", Map.of("privileged", true,
                                "allowPrivilegeEscalation", false)))))
                .assertFindings("no-privileged-container[prepare]");
    }

    @Test
    void noHostNamespace() {
        RuleTester.of(Privileges.NO_HOST_NAMESPACE).on(pod.with("spec.hostNetwork", true).with("spec.hostPID", true))
                .assertFindings("no-host-namespace[hostNetwork]", "no-host-namespace[hostPID]");
    }

    @Test
    void theContainersWordOnRootIsStrongerThanThePods() {
        RuleTester tester = RuleTester.of(Privileges.NON_ROOT);
        TestResource silent = pod.without("spec.containers[0].securityContext.runAsNonRoot");
        tester.on(silent).assertViolatesOnce("container 'web' may run as root");
        tester.on(silent.with("spec.securityContext.runAsNonRoot", true)).assertClean();
        tester.on(pod.with("spec.containers[0].securityContext.runAsNonRoot", false).with("spec.securityContext.runAsNonRoot", true))
                .assertViolatesOnce("container 'web' may run as root");
    }

    @Test
    void imagesArePinned() {
        RuleTester tester = RuleTester.of(Containers.IMAGE_PINNED);
        for (String image : List.of("nginx", "nginx:latest", "registry.example:5000/nginx")) {
            tester.on(pod.with("spec.containers[0].image", image)).assertViolatesOnce("whatever is newest");
        }
        tester.on(pod.with("spec.containers[0].image", "nginx@sha256:" + "0".repeat(64))).assertClean();
        tester.on(pod.withUnknown("spec.containers[0].image")).assertUndecided("spec.containers[0].image");
    }

    @Test
    void memoryIsLimited() {
        RuleTester.of(Containers.MEMORY_LIMIT).on(pod.without("spec.containers[0].resources"))
                .assertViolatesOnce("may take all memory of its node");
    }
}
