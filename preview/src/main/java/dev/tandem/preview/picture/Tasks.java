package dev.tandem.preview.picture;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.preview.picture.Architecture.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an ECS service runs. */
final class Tasks {

    private static final String TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
    private static final double CPU_UNITS = 1024;
    private static final double MIB = 1024;

    private Tasks() {}

    /** How many tasks, of which size, on what. */
    static List<String> lines(ResourceGraph graph, Resource service) {
        List<String> lines = new ArrayList<>();
        StringBuilder first = new StringBuilder();
        first.append(read(() -> service.get("desiredCount").integer().stream().boxed().findFirst())
                .map(n -> n + (n == 1 ? " task" : " tasks")).orElse("tasks"));
        definition(graph, service).ifPresent(d -> {
            Optional<Double> cpu = number(d.get("cpu"));
            Optional<Double> memory = number(d.get("memory"));
            if (cpu.isPresent() && memory.isPresent()) {
                first.append(" of ").append(plain(cpu.get() / CPU_UNITS)).append(" vCPU, ")
                        .append(plain(memory.get() / MIB)).append(" GB");
            }
        });
        lines.add(first.toString());
        List<String> providers = read(() -> Optional.of(service.all("capacityProviderStrategies[*]").stream()
                .map(p -> p.at("capacityProvider").stringOr("?") + ": weight " + p.at("weight").integerOr(0)
                        + (p.at("base").integerOr(0) == 0 ? "" : ", the first " + p.at("base").integerOr(0)))
                .toList())).orElse(List.of());
        lines.addAll(providers);
        return lines;
    }

    /** The containers of a task, in the order of the definition; none while it is unknown. */
    static List<Part> containers(ResourceGraph graph, Resource service) {
        return definition(graph, service)
                .flatMap(d -> read(() -> Optional.of(d.get("containerDefinitions").json().items().stream()
                        .map(c -> new Part("container", c.key("name").stringOr("?"))).toList())))
                .orElse(List.of());
    }

    private static Optional<Resource> definition(ResourceGraph graph, Resource service) {
        return graph.referenced(service, "taskDefinition").stream()
                .filter(r -> graph.typeOf(r).equals(TASK_DEFINITION)).findFirst();
    }

    private static Optional<Double> number(Property property) {
        return read(property::string).filter(s -> s.matches("\\d{1,9}")).map(Double::valueOf);
    }

    /** A picture leaves out what is not known, or not of the shape that the provider would take. */
    static <T> Optional<T> read(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (UndecidedException e) {
            return Optional.empty();
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
