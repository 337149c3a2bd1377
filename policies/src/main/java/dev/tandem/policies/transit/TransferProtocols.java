package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;

/** File transfer servers take no plain FTP. */
public final class TransferProtocols {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            of("aws:transfer/server:Server", "names, passwords and files travel in plain text", "SFTP, FTPS or AS2",
                    p -> !p.strings().contains("FTP"), "protocols"));

    private TransferProtocols() {}
}
