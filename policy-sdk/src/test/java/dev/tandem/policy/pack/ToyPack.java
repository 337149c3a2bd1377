package dev.tandem.policy.pack;

import dev.tandem.policy.rule.Rule;

/** A pack started as a process of its own; talks on standard output as badly behaved rules do. */
public final class ToyPack {

    private ToyPack() {}

    public static void main(String[] args) {
        if (Boolean.getBoolean("toy.hook")) {
            Runtime.getRuntime().addShutdownHook(new Thread(ToyPack::hang));
        }
        PackServer.serve(args, stack -> {
            System.out.println("factory talks on stdout");
            if (Boolean.getBoolean("toy.colours")) {
                System.out.print("\u001b[0m");
                System.out.flush();
            }
            return Pack.named("toy", "1.0.0")
                    .rule(Rule.resource(System.getProperty("toy.rule", "talks"))
                            .summary("Talks")
                            .check(c -> {
                                System.out.println("rule talks on stdout");
                                if (c.get("loop").boolOr(false)) {
                                    while (!Thread.currentThread().isInterrupted()) {
                                        Thread.onSpinWait();
                                    }
                                }
                            }))
                    .rule(Rule.stack("counts").summary("Counts")
                            .checkStack(c -> c.violation(c.graph().all().size() + " resources")))
                    .build();
        });
    }

    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
