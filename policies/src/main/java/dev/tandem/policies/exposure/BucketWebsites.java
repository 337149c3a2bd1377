package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;

/**
 * No bucket is a website: website endpoints speak no TLS and serve public objects only. One that sends every request elsewhere
 * serves none. Source: "Website endpoints", https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html.
 */
public final class BucketWebsites {

    private static final String WRONG = "pages go to everybody, in plain HTTP";
    private static final String EXPECTED = "none, and a CloudFront distribution in front of the bucket";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            site("aws:s3/bucket:Bucket", "website", "websites", "websiteConfiguration"),
            site("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "indexDocument"));

    private BucketWebsites() {}

    private static Demand site(String type, String... paths) {
        return of(type, WRONG, EXPECTED,
                p -> First.nothing(p) || !First.nothing(p.at("[0].redirectAllRequestsTo")), paths);
    }
}
