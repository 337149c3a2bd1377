package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Tunnels into the network record who connected, and why a connection broke. */
public final class TunnelLogs {

    private static final String WHO = "who connects from outside leaves no trace";
    private static final String TUNNEL = "why a tunnel broke leaves no trace";
    private static final String CONNECTION = "aws:ec2/vpnConnection:VpnConnection";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:ec2clientvpn/endpoint:Endpoint", WHO, "connectionLogOptions[0].enabled"),
            on("aws:ec2/clientVpnEndpoint:ClientVpnEndpoint", WHO, "connectionLogOptions[0].enabled"),
            on(CONNECTION, TUNNEL, "tunnel1LogOptions[0].cloudwatchLogOptions[0].logEnabled"),
            on(CONNECTION, TUNNEL, "tunnel2LogOptions[0].cloudwatchLogOptions[0].logEnabled"));

    private TunnelLogs() {}
}
