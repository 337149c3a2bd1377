package dev.tandem.bench;

import com.google.protobuf.MessageLite;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** Java beside Node: start, single resources, whole stacks; runs alternate. See {@code bench/policy-sdk --help}. */
public final class PolicySdkBench {

    private static final Map<String, String> RESOURCES = Map.of();
    private static final Map<String, String> STACK = Map.of("BENCH_STACK", "1");
    private static final int SIZE = 2_000;
    private static final int SMALL = 1_000;
    private static final int LARGE = 20_000;
    private static final int CALLS = 5;
    /** A process that has just started meets other work on the machine first, so its figures vary most. */
    private static final int COLD_RUNS = 7;

    private final List<String> sample;
    private final List<String> eu;
    private final List<String> node;
    private final File directory;
    private final int runs;
    private final Table table = new Table();

    private PolicySdkBench(File root, String address, File nodePack, int runs) {
        this.sample = launch(root + "/build/mvn-launch", root + "/bench/pom.xml", address, "bench", SamplePack.class.getName());
        this.eu = launch(root + "/policies/mvn-pack", root + "/policies/pom.xml", address);
        this.node = List.of("node", nodePack + "/node_modules/@pulumi/pulumi/cmd/run-policy-pack", address, nodePack.toString());
        this.directory = nodePack;
        this.runs = runs;
    }

    /** As Pulumi's Java language host starts a pack. */
    private static List<String> launch(String script, String pom, String address, String... before) {
        List<String> out = new ArrayList<>(List.of(script));
        out.addAll(List.of(before));
        out.addAll(List.of("compile", "exec:java", "-f", pom, "-Dexec.args=" + address));
        return out;
    }

    /** Arguments: root of the clone, runs, directory of the Node pack. */
    public static void main(String[] args) throws Exception {
        // A pack of ours ends when nobody listens at the engine's address, so somebody does.
        try (ServerSocket engine = new ServerSocket(0, 512, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + engine.getLocalPort();
            new PolicySdkBench(new File(args[0]), address, new File(args[2]), Integer.parseInt(args[1])).run(new File(args[0]));
        }
    }

    private void run(File root) throws Exception {
        Archives archives = new Archives(root);
        archives.make("bench", () -> use(sample, new Workload().requests(SIZE), new Workload().stack(SMALL)));
        archives.make("policies", () -> use(eu, new EuWorkload().requests(SIZE), new EuWorkload().stack(SMALL)));
        use(node, new Workload().requests(SIZE), new Workload().stack(SMALL));
        table.head();
        starts();
        growth("the same 20 checks", sample, STACK, new Workload().stack(SMALL), new Workload().stack(LARGE));
        growth("the EU pack", eu, RESOURCES, new EuWorkload().stack(SMALL), new EuWorkload().stack(LARGE));
        for (int parallel : new int[] {1, 16}) {
            analyze(parallel);
        }
        for (int size : new int[] {SMALL, LARGE}) {
            stacks(size);
        }
    }

    private void starts() throws Exception {
        Samples ours = new Samples();
        Samples bare = new Samples();
        Samples theirs = new Samples();
        for (int i = 0; i < runs; i++) {
            ours.add(start(eu));
            theirs.add(start(node));
            bare.add(start(sample));
        }
        table.row("start until the handshake is answered, s (the whole EU pack; 20 rules)", ours, theirs);
        table.row("  with 20 rules on both sides, s", bare, theirs);
    }

    private double start(List<String> command) throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, RESOURCES, directory)) {
            return pack.startNanos / 1e9;
        }
    }

    /** The first pass meets a process that has just started; what it is like when it has run for a while, the third. */
    private void analyze(int parallel) throws Exception {
        List<byte[]> messages = bytes(new Workload().requests(SIZE));
        Samples[] ours = {new Samples(), new Samples(), new Samples()};
        Samples[] theirs = {new Samples(), new Samples(), new Samples()};
        for (int i = 0; i < Math.max(COLD_RUNS, runs); i++) {
            analyze(sample, messages, parallel, ours);
            analyze(node, messages, parallel, theirs);
        }
        table.row("Analyze, resources/s, " + parallel + " at once, the first 2,000", ours[0], theirs[0]);
        table.row("  processor time until then, with the start, s", ours[2], theirs[2]);
        table.row("  after 4,000", ours[1], theirs[1]);
    }

    private void analyze(List<String> command, List<byte[]> messages, int parallel, Samples[] into) throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, RESOURCES, directory);
                LeanClient client = new LeanClient(pack.port, "/pulumirpc.Analyzer/Analyze")) {
            into[0].add(messages.size() / seconds(client, messages, parallel));
            into[2].add(pack.processorSeconds());
            seconds(client, messages, parallel);
            into[1].add(messages.size() / seconds(client, messages, parallel));
        }
    }

    private void stacks(int size) throws Exception {
        List<byte[]> message = bytes(List.of(new Workload().stack(size)));
        Samples[] ours = {new Samples(), new Samples(), new Samples()};
        Samples[] theirs = {new Samples(), new Samples(), new Samples()};
        for (int i = 0; i < runs; i++) {
            stack(sample, message, ours);
            stack(node, message, theirs);
        }
        table.row("AnalyzeStack of " + size + ", s", ours[0], theirs[0]);
        table.row("  peak resident memory, MiB", ours[1], theirs[1]);
        table.row("  violations found", ours[2], theirs[2]);
    }

    private void stack(List<String> command, List<byte[]> message, Samples[] into) throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, STACK, directory);
                LeanClient client = new LeanClient(pack.port, "/pulumirpc.Analyzer/AnalyzeStack")) {
            long begin = System.nanoTime();
            client.callAll(message, 1, (i, answer) -> into[2].add(AnalyzeResponse.parseFrom(answer).getDiagnosticsCount()));
            into[0].add((System.nanoTime() - begin) / 1e9);
            into[1].add(pack.peakMib());
        }
    }

    /**
     * First one call to a process that has just started, then the small ones, then the large ones. Not in turn: a small one
     * would pay for collecting what the large one before it left, and the growth would come out too good.
     */
    private void growth(String what, List<String> command, Map<String, String> mode, MessageLite small, MessageLite large)
            throws Exception {
        List<byte[]> thousand = bytes(List.of(small));
        List<byte[]> many = bytes(List.of(large));
        Samples first = new Samples();
        Samples exponents = new Samples();
        for (int i = 0; i < runs; i++) {
            try (PackUnderTest pack = new PackUnderTest(command, mode, directory);
                    LeanClient client = new LeanClient(pack.port, "/pulumirpc.Analyzer/AnalyzeStack")) {
                first.add(seconds(client, many, 1));
                double few = medianSeconds(client, thousand);
                exponents.add(Math.log(medianSeconds(client, many) / few) / Math.log((double) LARGE / SMALL));
            }
        }
        table.row("AnalyzeStack of " + LARGE + " by " + what + ", first call, s", first);
        table.row("  time grows from " + SMALL + " to " + LARGE + " as n to the power of", exponents);
    }

    private static double medianSeconds(LeanClient client, List<byte[]> message) throws IOException {
        Samples out = new Samples();
        for (int i = 0; i < CALLS; i++) {
            out.add(seconds(client, message, 1));
        }
        return out.median();
    }

    /** Everything once, so that an archive has what is needed and the client itself is warm. */
    private void use(List<String> command, List<? extends MessageLite> resources, MessageLite stack) throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, RESOURCES, directory);
                LeanClient one = new LeanClient(pack.port, "/pulumirpc.Analyzer/Analyze");
                LeanClient all = new LeanClient(pack.port, "/pulumirpc.Analyzer/AnalyzeStack")) {
            seconds(one, bytes(resources), 16);
            seconds(all, bytes(List.of(stack)), 1);
        }
    }

    private static double seconds(LeanClient client, List<byte[]> messages, int parallel) throws IOException {
        long begin = System.nanoTime();
        client.callAll(messages, parallel, (i, answer) -> { });
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<byte[]> bytes(List<? extends MessageLite> messages) {
        return messages.stream().map(MessageLite::toByteArray).toList();
    }
}
