package dev.tandem.bench;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/**
 * Java beside Node: start, single resources, whole stacks. Runs alternate between the two, medians are printed. See
 * {@code bench/policy-sdk --help}.
 */
public final class PolicySdkBench {

    private final List<String> java;
    private final List<String> node;
    private final List<String> euPack;
    private final File directory;
    private final int runs;

    private PolicySdkBench(List<String> java, List<String> node, List<String> euPack, File directory, int runs) {
        this.java = java;
        this.node = node;
        this.euPack = euPack;
        this.directory = directory;
        this.runs = runs;
    }

    /** Arguments: root, runs, node pack directory, then the java command of the sample pack. */
    public static void main(String[] args) throws Exception {
        File root = new File(args[0]);
        // A pack of ours ends when nobody listens at the engine's address, so somebody does.
        try (ServerSocket engine = new ServerSocket(0, 512, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + engine.getLocalPort();
            List<String> java = new ArrayList<>(Arrays.asList(args).subList(3, args.length));
            java.add(address);
            List<String> node =
                    List.of("node", args[2] + "/node_modules/@pulumi/pulumi/cmd/run-policy-pack", address, args[2]);
            List<String> eu = List.of(root + "/policies/mvn-pack", "compile", "exec:java", "-f",
                    root + "/policies/pom.xml", "-Dexec.args=" + address);
            new PolicySdkBench(java, node, eu, new File(args[2]), Integer.parseInt(args[1])).run();
        }
    }

    private void run() throws Exception {
        List<Double> javaStart = new ArrayList<>();
        List<Double> nodeStart = new ArrayList<>();
        List<Double> euStart = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            javaStart.add(start(java));
            nodeStart.add(start(node));
            euStart.add(start(euPack));
        }
        row("start until handshake, s", median(javaStart), median(nodeStart));
        row("  the EU pack, s", median(euStart), median(nodeStart));
        List<AnalyzeRequest> resources = new Workload().requests(2000);
        for (int parallel : new int[] {1, 16}) {
            List<Double> j = new ArrayList<>();
            List<Double> n = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                j.add(analyze(java, resources, parallel));
                n.add(analyze(node, resources, parallel));
            }
            row("Analyze, resources/s, " + parallel + " at once", median(j), median(n));
        }
        for (int size : new int[] {1_000, 5_000, 20_000}) {
            AnalyzeStackRequest stack = new Workload().stack(size);
            List<double[]> j = new ArrayList<>();
            List<double[]> n = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                j.add(analyzeStack(stackJava(), Map.of(), stack));
                n.add(analyzeStack(node, Map.of("BENCH_STACK", "1"), stack));
            }
            row("AnalyzeStack of " + size + ", s", median(column(j, 0)), median(column(n, 0)));
            row("  peak resident memory, MiB", median(column(j, 1)), median(column(n, 1)));
            row("  violations", j.get(0)[2], n.get(0)[2]);
        }
        AnalyzeStackRequest big = new Workload().stack(20_000);
        System.out.printf(Locale.ROOT, "%-44s %10.3f%n", "AnalyzeStack of 20000 by the EU pack, s",
                analyzeStack(euPack, Map.of(), big)[0]);
    }

    private List<String> stackJava() {
        List<String> out = new ArrayList<>(java);
        out.add(1, "-Dbench.stack=true");
        return out;
    }

    private double start(List<String> command) throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, Map.of(), directory)) {
            return pack.startNanos / 1e9;
        }
    }

    private double analyze(List<String> command, List<AnalyzeRequest> resources, int parallel) throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, Map.of(), directory)) {
            long begin = System.nanoTime();
            if (parallel == 1) {
                var stub = pack.blocking();
                resources.forEach(stub::analyze);
            } else {
                Semaphore slots = new Semaphore(parallel);
                var stub = pack.async();
                for (AnalyzeRequest r : resources) {
                    slots.acquire();
                    stub.analyze(r).addListener(slots::release, Runnable::run);
                }
                slots.acquire(parallel);
            }
            return resources.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private double[] analyzeStack(List<String> command, Map<String, String> environment, AnalyzeStackRequest stack)
            throws Exception {
        try (PackUnderTest pack = new PackUnderTest(command, environment, directory)) {
            long begin = System.nanoTime();
            int found = pack.blocking().analyzeStack(stack).getDiagnosticsCount();
            return new double[] {(System.nanoTime() - begin) / 1e9, pack.peakMib(), found};
        }
    }

    private static List<Double> column(List<double[]> rows, int at) {
        return rows.stream().map(r -> r[at]).toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void row(String what, double java, double node) {
        System.out.printf(Locale.ROOT, "%-44s %10.3f %10.3f %8.2f%n", what, java, node, java / node);
    }
}
