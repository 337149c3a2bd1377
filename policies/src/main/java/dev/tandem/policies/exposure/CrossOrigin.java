package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Browsers let pages of named origins call, not those of everybody. */
public final class CrossOrigin {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            origins("aws:lambda/functionUrl:FunctionUrl", "cors[0].allowOrigins"),
            origins("aws:apigatewayv2/api:Api", "corsConfiguration[0].allowOrigins"),
            origins("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", "allowedOrigins").inEach("corsRules"),
            origins("aws:s3/bucket:Bucket", "allowedOrigins").inEach("corsRules"),
            origins("aws:s3/bucket:Bucket", "allowedOrigins").inEach("corsConfiguration", "corsRules"),
            origins("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
                    "corsConfig[0].accessControlAllowOrigins[0].items"));

    private CrossOrigin() {}

    private static Demand origins(String type, String path) {
        return of(type, "a script in any page may call as whoever looks at it", "the origins of own pages",
                p -> p.strings().stream().noneMatch(origin -> origin.matches("\\*|https?://\\*")), path);
    }
}
