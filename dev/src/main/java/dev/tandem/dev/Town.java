package dev.tandem.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything together: the simulator of AWS with its resources, stand-ins, issuer, tasks, edge and page. Closing it ends all. */
public final class Town implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final DevLayout layout;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Simulator aws;
    private final CloudResources cloud;
    private final String machineArn;

    /**
     * Starts all and waits until every task is ready.
     *
     * @param progress gets a line for each thing that is done
     * @throws DevException when something cannot be had
     */
    public Town(DevLayout layout, int stepSeconds, Consumer<String> progress) {
        this.layout = layout;
        try {
            if (!Files.isExecutable(layout.tools().resolve("envoy/envoy"))) {
                throw new DevException(layout.tools().resolve("envoy/envoy") + " is not there, expected Envoy. Fix: e2e/tools/install moto envoy");
            }
            clear(layout.state());
            List<ServiceDescriptor> services = ServiceDescriptor.all(layout.root());
            List<String> names = services.stream().map(ServiceDescriptor::name).toList();
            layout.canary().filter(name -> !names.contains(name)).ifPresent(name -> {
                throw new DevException("TANDEM_DEV_CANARY is \"" + name + "\", expected one of the services " + names);
            });
            aws = keep(Simulator.start(layout.root(), layout.tools(), layout.log("aws")));
            progress.accept("AWS simulator at " + aws.endpoint());
            cloud = new CloudResources(aws, stepSeconds);
            machineArn = cloud.make(services, layout.canary());
            keep(new LocalIssuer(aws, names));
            progress.accept("tables, queues, bus, saga, identities");
            services.forEach(service -> keep(new LocalPipe(aws, CloudResources.table(service.name()))));
            keep(new LocalRelay(aws, cloud.queueUrl("relay"), machineArn));
            DnsServer dns = keep(new DnsServer("127.0.0.1", 1));
            Map<String, URI> edges = new TreeMap<>(Comparator.reverseOrder());
            for (ServiceDescriptor service : services) {
                String address = layout.address(services, service);
                edges.put(service.path(), URI.create("https://" + address + ":8443"));
                start(service, Task.STABLE, address, dns);
            }
            services.stream().filter(service -> layout.canary().equals(Optional.of(service.name()))).forEach(service -> {
                Task task = start(service, Task.CANARY, layout.canaryAddress(services), dns);
                keep(new LocalLogDriver(aws, "/tandem/" + CloudResources.ENVIRONMENT + "/" + service.name(), task.name(),
                        layout.log(task.meshContainer().name())));
            });
            LocalCluster.of(aws, tasks);
            for (Task task : tasks) {
                Wait.within(READY_LIMIT, task.name(), task::ready, () -> task.application().tail() + "\n" + task.meshContainer().tail());
                progress.accept(task.name() + " with Envoy and agent at " + task.address());
            }
            keep(new LocalScheduler(List.copyOf(tasks)));
            keep(new LocalEdge(layout.edgePort(), edges));
            keep(new StatusPage(this));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The simulator. */
    public Simulator aws() {
        return aws;
    }

    /** What is in it. */
    public CloudResources cloud() {
        return cloud;
    }

    /** The saga's state machine. */
    public String machineArn() {
        return machineArn;
    }

    /** All tasks. */
    public List<Task> tasks() {
        return List.copyOf(tasks);
    }

    /** The stable task of a service. */
    public Task task(String service) {
        return tasks.stream().filter(task -> task.name().equals(service)).findFirst().orElseThrow();
    }

    /** Folders and ports. */
    public DevLayout layout() {
        return layout;
    }

    /** Where requests go in. */
    public URI edge() {
        return URI.create("http://127.0.0.1:" + layout.edgePort());
    }

    private Task start(ServiceDescriptor service, String version, String address, DnsServer dns) {
        dns.set(service.name() + "-" + version + ".svc.local", address);
        Task task = keep(new Task(layout, service, version, address, aws, cloud, dns));
        tasks.add(task);
        return task;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    @Override
    public void close() {
        // The simulator last: the tasks still want to say good-bye.
        List<AutoCloseable> reversed = new ArrayList<>(parts);
        java.util.Collections.reverse(reversed);
        for (AutoCloseable part : reversed) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("could not be ended: " + part + ": " + e.getMessage());
            }
        }
    }

    private static void clear(Path state) {
        for (String part : List.of("mesh", "logs")) {
            try (Stream<Path> all = Files.exists(state.resolve(part)) ? Files.walk(state.resolve(part)) : Stream.empty()) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
