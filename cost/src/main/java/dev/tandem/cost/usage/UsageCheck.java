package dev.tandem.cost.usage;

import dev.tandem.policy.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses a usage file that says something of what a plan does not have, or that no line uses: such a quantity would
 * be counted on and change nothing. Messages name file, key, found, expected and an example.
 */
public final class UsageCheck {

    private final UsageAssumptions usage;
    private final List<String> faults = new ArrayList<>();

    private UsageCheck(UsageAssumptions usage) {
        this.usage = usage;
    }

    /**
     * Every name stands for something of the plan.
     *
     * @param services names of the plan's services
     * @param resources the plan
     * @throws UsageException when one does not
     */
    public static void names(UsageAssumptions usage, Collection<String> services, Collection<Resource> resources) {
        UsageCheck check = new UsageCheck(usage);
        usage.services().stream().filter(name -> !services.contains(name)).forEach(name -> check.service(name, services));
        usage.resources().stream().filter(r -> resources.stream().noneMatch(r::names))
                .forEach(r -> check.resource(r, resources));
        check.end();
    }

    /**
     * Every quantity of a single resource was used.
     *
     * @param used URN to the meters that its lines were made with
     * @throws UsageException when one was not, or was used by two resources of one name
     */
    public static void allUsed(UsageAssumptions usage, Map<String, Set<Meter>> used, Collection<Resource> resources) {
        UsageCheck check = new UsageCheck(usage);
        for (ResourceUsage r : usage.resources()) {
            List<Resource> named = resources.stream().filter(r::names).toList();
            r.quantities().keySet().stream().sorted().forEach(meter -> check.use(r, meter, named, used));
        }
        check.end();
    }

    private void service(String name, Collection<String> planned) {
        List<String> sorted = planned.stream().sorted().toList();
        faults.add(usage.origin() + ": services." + name + ": found \"" + name + "\", which is no service of the plan"
                + DidYouMean.hint(name, planned) + "; expected "
                + (sorted.isEmpty() ? "no key here, as the plan has no service"
                        : "one of " + String.join(", ", sorted) + "; example: services: {" + sorted.get(0)
                                + ": {edge: {requests: 700000}}}"));
    }

    private void resource(ResourceUsage r, Collection<Resource> planned) {
        String name = r.reference();
        boolean typed = name.contains("::") && !name.startsWith("urn:");
        Set<String> known = new TreeSet<>();
        planned.forEach(p -> known.add(name.startsWith("urn:") ? p.urn() : typed ? p.type() + "::" + p.name() : p.name()));
        faults.add(usage.origin() + ": resources." + name + ": found \"" + name + "\", which is no resource of the plan"
                + DidYouMean.hint(name, known) + "; expected a resource's name, type::name or URN, as ./tandem preview"
                + " shows them; example: resources: {persona-queue: {sqs: {requests: 5000000}}}");
    }

    private void use(ResourceUsage r, Meter meter, List<Resource> named, Map<String, Set<Meter>> used) {
        List<Resource> users = named.stream().filter(n -> used.getOrDefault(n.urn(), Set.of()).contains(meter)).toList();
        String at = usage.origin() + ": resources." + r.reference() + "." + meter.path() + ": found ";
        if (users.size() > 1) {
            faults.add(at + users.size() + " resources of that name that use it, expected one; example: resources: {\""
                    + users.get(0).type() + "::" + users.get(0).name() + "\": {…}}");
        } else if (users.isEmpty()) {
            Set<String> known = new TreeSet<>();
            named.forEach(n -> used.getOrDefault(n.urn(), Set.of()).forEach(m -> known.add(m.path())));
            faults.add(at + "a quantity that the cost of " + named.get(0).type() + " \"" + named.get(0).name()
                    + "\" does not depend on, expected " + (known.isEmpty()
                            ? "no entry for it, as its cost follows from the plan alone"
                            : "one of " + String.join(", ", known)));
        }
    }

    private void end() {
        if (!faults.isEmpty()) {
            throw new UsageException(faults);
        }
    }
}
