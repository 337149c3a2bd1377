package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** Builds and batch jobs get no power over their host. */
public final class PrivilegedJobs {

    private static final String BUILD = "aws:codebuild/project:Project";
    private static final String JOB = "aws:batch/jobDefinition:JobDefinition";
    private static final String HOST = "the job has the power of its host";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            off(BUILD, "the build has the power of its host", "environment[0].privilegedMode"),
            off(JOB, HOST, "containerProperties|json.privileged"),
            off(JOB, HOST, "containerProperties|json.Privileged"),
            off(JOB, HOST, "privileged").inEach("ecsProperties|json.taskProperties", "containers"),
            off(JOB, HOST, "Privileged").inEach("ecsProperties|json.TaskProperties", "Containers"),
            off(JOB, HOST, "container.privileged").inEach("nodeProperties|json.nodeRangeProperties"),
            off(JOB, HOST, "Container.Privileged").inEach("nodeProperties|json.NodeRangeProperties"),
            off(JOB, HOST, "securityContext[0].privileged").inEach("eksProperties", "podProperties", "containers"),
            off(JOB, HOST, "securityContext[0].privileged").inEach("eksProperties", "podProperties", "initContainers"));

    private PrivilegedJobs() {}
}
