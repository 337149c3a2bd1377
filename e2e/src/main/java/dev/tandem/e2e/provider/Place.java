package dev.tandem.e2e.provider;

import java.util.Map;

/**
 * Where a provider works.
 *
 * @param region such as {@code eu-central-1}
 * @param defaultTags tags that every resource of the provider gets
 */
public record Place(String region, Map<String, String> defaultTags) {

    /**
     * The one account there is. {@code TANDEM_SIMULATED_ACCOUNT_ID} sets another one than AWS's documentation uses, for
     * a program whose configuration names its own.
     */
    public static final String ACCOUNT = System.getenv().getOrDefault("TANDEM_SIMULATED_ACCOUNT_ID", "111122223333");
}
