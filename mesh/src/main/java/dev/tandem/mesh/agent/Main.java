package dev.tandem.mesh.agent;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the agent of a task. {@code --help} says how. */
public final class Main {

    private static final long SPARE_MILLIS = 10_000;

    private Main() {}

    /** @param arguments see {@link AgentArguments} */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(AgentArguments.help());
            return;
        }
        AgentConfig config;
        try {
            config = AgentArguments.parse(List.of(arguments), System.getenv());
        } catch (AgentArguments.UsageException e) {
            System.err.println("mesh-agent: " + e.getMessage().replace("\n", "\nmesh-agent: ") + "\nmesh-agent: --help says more.");
            System.exit(AgentConfig.EXIT_USAGE);
            return;
        }
        Clock clock = Clock.systemUTC();
        Agent agent = new Agent(config, Sources.routes(config), Sources.identities(config, clock), Sources.members(config),
                new TaskUsage(System.getenv()), clock, System.out);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            agent.stop();
            try {
                // The JVM ends when the hook does: the orderly end takes place in the main thread meanwhile.
                if (!ended.await(config.pace().stop() + SPARE_MILLIS, TimeUnit.MILLISECONDS)) {
                    System.err.println("mesh-agent: the end took longer than " + (config.pace().stop() + SPARE_MILLIS) + " ms");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop"));
        int code;
        try {
            code = agent.run();
        } finally {
            ended.countDown();
        }
        System.exit(code);
    }
}
