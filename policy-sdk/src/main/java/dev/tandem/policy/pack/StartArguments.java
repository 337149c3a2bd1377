package dev.tandem.policy.pack;

import java.util.Optional;

/**
 * What the engine passes on the command line: logging flags first, then its own address, then, on the path for old
 * engines, the pack's directory and runtime options. An address is never needed to answer.
 */
record StartArguments(Optional<String> engineHost, int enginePort) {

    static StartArguments parse(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (arg.equals("--tracing") || arg.equals("-tracing")) {
                i++;
            } else if (!arg.startsWith("-")) {
                return address(arg);
            }
        }
        return new StartArguments(Optional.empty(), 0);
    }

    private static StartArguments address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port < 65536) {
                return new StartArguments(Optional.of(text.substring(0, colon)), port);
            }
        } catch (NumberFormatException e) {
            // No address: reported below as for any other text.
        }
        throw new IllegalArgumentException("first argument '" + text
                + "': expected the engine's address host:port; a policy pack is started by the Pulumi CLI, for instance"
                + " pulumi preview --policy-pack <directory>");
    }
}
