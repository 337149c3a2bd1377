package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/**
 * Serves a pack to the Pulumi CLI: the whole {@code main} of a policy pack.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     PackServer.serve(args, stack -> Pack.named("my-pack", "1.0.0").rule(NO_PUBLIC_BUCKET).build());
 * }
 * }</pre>
 *
 * <p>From the first line on, {@code System.out} leads to standard error: the engine takes the first line of standard
 * output for the port. The factory is called before that line with the stack known from the environment or none, so
 * that a pack that cannot be built fails before anything runs, and once more when the engine tells about the stack.
 */
@PublicApi
public final class PackServer {

    private PackServer() {}

    /**
     * Serves until the engine says stop or is gone, then ends the process: 0 when all was well, 1 with a message on
     * standard error when the pack could not be built or the server not be started. Never returns.
     *
     * @param args as the engine gave them to {@code main}
     * @param factory builds the pack for what is known of the stack
     */
    public static void serve(String[] args, PackFactory factory) {
        // The descriptor itself, since a host program such as Maven may have replaced System.out.
        FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        PackProcess.endHardOnSignal();
        new PackProcess(stdout, System.err, System.getenv(), PackProcess::end).run(args, factory);
    }

    /**
     * As {@link #serve(String[], PackFactory)}, for a pack that is the same for every stack.
     *
     * @param args as the engine gave them to {@code main}
     * @param pack for every stack
     */
    public static void serve(String[] args, Pack pack) {
        serve(args, stack -> pack);
    }
}
