package dev.tandem.components.testing;

import com.pulumi.core.Output;
import dev.tandem.components.foundation.FoundationChoices;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.network.Egress;
import java.util.List;
import java.util.Map;

/** Foundations to build on, with made-up identifiers that name their region. */
public final class FoundationFixture {

    /** The account of every test. */
    public static final String ACCOUNT = "111122223333";

    /** The boundary of every test. */
    public static final String BOUNDARY = "arn:aws:iam::" + ACCOUNT + ":policy/tandem-boundary";

    private FoundationFixture() {}

    /** A foundation of environment {@code prod} in a region. */
    public static FoundationRef in(String region, String cidr) {
        String mark = region.substring(3, 5);
        return new FoundationRef(
                region, "tandem", "prod", ACCOUNT, BOUNDARY, cidr,
                Output.of("vpc-" + mark),
                List.of(Output.of("subnet-public-a-" + mark), Output.of("subnet-public-b-" + mark)),
                List.of(Output.of("subnet-private-a-" + mark), Output.of("subnet-private-b-" + mark)),
                List.of(Output.of("rtb-a-" + mark), Output.of("rtb-b-" + mark)),
                Output.of("arn:aws:ecs:" + region + ":" + ACCOUNT + ":cluster/tandem-prod"),
                Output.of("tandem-prod"),
                Output.of("ns-" + mark),
                Output.of("arn:aws:servicediscovery:" + region + ":" + ACCOUNT + ":namespace/ns-" + mark),
                Output.of("arn:aws:elasticloadbalancing:" + region + ":" + ACCOUNT + ":loadbalancer/app/t/1"),
                Output.of("app/t/1"),
                Output.of("alb." + region + ".example.com"),
                Output.of("ZALB" + mark),
                Output.of("sg-alb-" + mark),
                Output.of("arn:aws:elasticloadbalancing:" + region + ":" + ACCOUNT + ":listener/app/t/1/2"),
                Output.of("sg-endpoints-" + mark),
                Output.of("pl-s3-" + mark),
                Output.of("pl-dynamodb-" + mark),
                Output.of("arn:aws:kms:" + region + ":" + ACCOUNT + ":key/data"),
                Output.of("arn:aws:kms:" + region + ":" + ACCOUNT + ":key/logs"),
                Output.of("arn:aws:sns:" + region + ":" + ACCOUNT + ":tandem-prod-alarms"),
                Map.of(), Egress.ENDPOINTS, FoundationChoices.NAMESPACE,
                "arn:aws:sns:" + region + ":" + ACCOUNT + ":tandem-prod-alarms");
    }
}
