package dev.tandem.components.foundation;

import java.util.Optional;

/**
 * What the account already has and the foundation uses instead of making its own. A network is adopted by its own arguments, a
 * certificate by its ARN.
 *
 * @param alarmTopicArn   topic for alarms; its policy and subscribers are its owner's
 * @param budgetName      budget that watches the region's costs; its amount and subscribers are its owner's
 * @param trailArn        trail that records all regions
 * @param pipelineRoleArn role of the deployment pipeline: it may push images into the foundation's repositories
 */
public record Adopted(
        Optional<String> alarmTopicArn, Optional<String> budgetName, Optional<String> trailArn, Optional<String> pipelineRoleArn) {

    /** Nothing: the foundation makes all of it. */
    public static final Adopted NOTHING =
            new Adopted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
