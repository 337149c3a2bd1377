package dev.tandem.e2e.provider;

import java.util.Map;

/**
 * Where a provider works.
 *
 * @param region such as {@code eu-central-1}
 * @param defaultTags tags that every resource of the provider gets
 */
record Place(String region, Map<String, String> defaultTags) {

    /** The one account there is; AWS's documentation uses this number too. */
    static final String ACCOUNT = "123456789012";
}
