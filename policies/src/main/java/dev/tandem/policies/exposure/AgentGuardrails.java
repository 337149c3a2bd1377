package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Agents of Bedrock answer through a guardrail, and guardrails look for personal data. */
public final class AgentGuardrails {

    private static final String NOTHING = "nothing stands between what the agent is asked and what it answers";
    private static final String EXPECTED = "a guardrail by id and version";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present("aws:bedrock/agentAgent:AgentAgent", NOTHING, EXPECTED, "guardrailConfigurations", "guardrailConfiguration"),
            present("aws:bedrock/agent:Agent", NOTHING, EXPECTED, "guardrailConfiguration"),
            present("aws:bedrock/guardrail:Guardrail", "personal data goes in and out as it is", "a sensitiveInformationPolicyConfig",
                    "sensitiveInformationPolicyConfig"));

    private AgentGuardrails() {}
}
