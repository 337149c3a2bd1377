package dev.tandem.components.iam;

import java.util.List;

/**
 * What both ends of a debug session in a container need: channels of Systems Manager, and the data key that encrypts what passes.
 * Pure. Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
public final class DebugChannels {

    /** Channels of the agent in the container; none of them knows a resource. */
    public static final String[] ACTIONS = {
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel"
    };

    private DebugChannels() {}

    /**
     * That a data key is one of a session with a task of a cluster. Agent and operator ask KMS themselves, not through a service, so
     * this is what limits them. Source: the encryption context in the sources of AWS's session-manager-plugin.
     *
     * @param cluster name of the ECS cluster
     */
    public static Condition ofCluster(String cluster) {
        return Condition.stringLike("kms:EncryptionContext:aws:ssm:TargetId", "ecs:" + cluster + "_*");
    }

    /**
     * What the role of a debug task may do besides what its service may.
     *
     * @param logGroupArn log group of what is typed and shown
     */
    public static List<Statement> ofTask(String region, String accountId, String cluster, String logGroupArn) {
        return List.of(
                Statement.allow("OpenChannels").actions(ACTIONS).anyResource()
                        .when(Condition.stringEquals("aws:RequestedRegion", region)).build(),
                Statement.allow("DecryptSession").actions("kms:Decrypt")
                        .resources("arn:aws:kms:" + region + ":" + accountId + ":key/*")
                        .when(ofCluster(cluster)).build(),
                Statement.allow("FindSessionLog").actions("logs:DescribeLogGroups")
                        .resources("arn:aws:logs:" + region + ":" + accountId + ":log-group:*").build(),
                Statement.allow("WriteSessionLog")
                        .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                        .resources(logGroupArn, logGroupArn + ":*").build());
    }
}
