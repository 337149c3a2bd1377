package dev.tandem.e2e.bridge;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.pulumi.aws.ProviderArgs;
import dev.tandem.e2e.provider.ProviderConfig;
import dev.tandem.e2e.provider.SdkTypes;
import dev.tandem.e2e.terraform.Block;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What the Terraform provider is configured with: what the program gives its provider, and what a simulator needs. */
final class ProviderArguments {

    private static final Map<String, Object> FOR_A_SIMULATOR = Map.of(
            "access_key", "simulated",
            "secret_key", "simulated",
            "skip_credentials_validation", true,
            "skip_metadata_api_check", "true",
            "skip_region_validation", true,
            "s3_use_path_style", true,
            "max_retries", BigDecimal.valueOf(2));

    private ProviderArguments() {}

    static Map<String, Object> of(Struct given, Block provider, ToTerraform translation) throws InvalidProtocolBufferException {
        Map<String, Object> configuration = new HashMap<>(translation.object("", provider.type(),
                SdkTypes.arguments(ProviderArgs.class), ProviderConfig.decode(given).getFieldsMap()));
        configuration.putAll(FOR_A_SIMULATOR);
        return configuration;
    }
}
