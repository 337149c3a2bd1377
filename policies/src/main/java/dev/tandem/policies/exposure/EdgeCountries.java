package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Distributions answer in countries that somebody decided on. */
public final class EdgeCountries {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:cloudfront/distribution:Distribution", "the distribution answers everywhere in the world",
                    "whitelist|blacklist", "whitelist with the countries that are served", "restrictions[0].geoRestriction[0].restrictionType",
                    "distributionConfig.restrictions.geoRestriction.restrictionType"));

    private EdgeCountries() {}
}
