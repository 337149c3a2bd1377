package dev.tandem.ops.access;

import dev.tandem.mesh.store.AwsFailures;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Who runs the command, by AWS's own word. */
public final class Operator {

    private Operator() {}

    /**
     * The ARN of the caller.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when there are no credentials, or AWS refuses them
     */
    public static String arn(AwsAccess access) {
        try (StsClient sts = access.client(StsClient.builder())) {
            return sts.getCallerIdentity().arn();
        } catch (SdkException failure) {
            throw AwsFailures.explain("sts:GetCallerIdentity", "AWS in " + access.region(), failure);
        }
    }
}
