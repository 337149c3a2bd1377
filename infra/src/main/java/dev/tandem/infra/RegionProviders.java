package dev.tandem.infra;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.resources.ProviderResource;
import dev.tandem.infra.config.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The providers of a stack, each bound to its region and account. */
final class RegionProviders {

    private RegionProviders() {}

    /** {@code aws}, and {@code aws-native} where a service's versions are exchanged by ECS. */
    static List<ProviderResource> of(StackConfig config, Map<String, String> tags) {
        List<ProviderResource> all = new ArrayList<>();
        all.add(new Provider("aws-" + config.region(), ProviderArgs.builder()
                .region(config.region())
                .allowedAccountIds(config.accountId())
                .defaultTags(ProviderDefaultTagsArgs.builder().tags(tags).build())
                .build()));
        if (rollouts(config)) {
            all.add(new com.pulumi.awsnative.Provider("aws-native-" + config.region(), com.pulumi.awsnative.ProviderArgs.builder()
                    .region(config.region())
                    .allowedAccountIds(config.accountId())
                    .defaultTags(com.pulumi.awsnative.inputs.ProviderDefaultTagsArgs.builder().tags(tags).build())
                    .build()));
        }
        return all;
    }

    /** Whether ECS exchanges the versions of a service. */
    static boolean rollouts(StackConfig config) {
        return config.services().stream().anyMatch(service -> service.rollout().isPresent());
    }
}
