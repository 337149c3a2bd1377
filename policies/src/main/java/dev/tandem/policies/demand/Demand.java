package dev.tandem.policies.demand;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What resources of one type have to say in one property. Rules that ask the same of many types are a table of these.
 * Immutable and thread-safe.
 *
 * @param type canonical type token
 * @param lists lists to go into, one below the other; every element is judged. Empty: the resource itself
 * @param paths the property's names, see {@link First}
 * @param fine whether what is there will do; may throw for an unknown value, which leaves the demand undecided
 * @param consequence what is wrong otherwise, without full stop
 * @param expected what would do
 * @param applies whether the demand concerns what is judged, a resource or an element
 */
public record Demand(
        String type,
        List<String> lists,
        List<String> paths,
        Predicate<Property> fine,
        String consequence,
        String expected,
        Predicate<Property> applies) {

    /** A switch that must be on; missing is off. */
    public static Demand on(String type, String consequence, String... paths) {
        return of(type, consequence, "true", p -> p.boolOr(false), paths);
    }

    /** A switch that must not be off; missing is on. */
    public static Demand notOff(String type, String consequence, String... paths) {
        return of(type, consequence, "true", p -> p.boolOr(true), paths);
    }

    /** A switch that must be off; missing is off. */
    public static Demand off(String type, String consequence, String... paths) {
        return of(type, consequence, "false", p -> !p.boolOr(false), paths);
    }

    /** Something must be named. */
    public static Demand named(String type, String consequence, String expected, String... paths) {
        return of(type, consequence, expected, p -> !Expect.isBlank(p), paths);
    }

    /** Something must be there, a block or a list that is not empty. */
    public static Demand present(String type, String consequence, String expected, String... paths) {
        return of(type, consequence, expected, p -> !First.nothing(p), paths);
    }

    /** A key that is the account's own: not missing, and not one that AWS manages. */
    public static Demand ownKey(String type, String consequence, String... paths) {
        return of(type, consequence, "the ARN of a customer key",
                p -> !Expect.isBlank(p) && !(p.isKnown() && p.stringOr("").contains("alias/aws/")), paths);
    }

    /** A text that matches; missing is the empty text. */
    public static Demand matching(String type, String consequence, String regex, String expected, String... paths) {
        return of(type, consequence, expected, p -> p.stringOr("").matches(regex), paths);
    }

    /** A whole number from {@code least} on; missing is {@code otherwise}. */
    public static Demand atLeast(String type, String consequence, long least, long otherwise, String... paths) {
        return of(type, consequence, least + " or more", p -> p.integerOr(otherwise) >= least, paths);
    }

    /** A demand of its own kind. */
    public static Demand of(
            String type, String consequence, String expected, Predicate<Property> fine, String... paths) {
        return new Demand(type, List.of(), List.of(paths), fine, consequence, expected, p -> true);
    }

    /** The same demand, on every element of these lists; no element, no demand. */
    public Demand inEach(String... listPaths) {
        return new Demand(type, List.of(listPaths), paths, fine, consequence, expected, applies);
    }

    /** Only where the text at a path matches; missing is the empty text. */
    public Demand when(String path, String regex) {
        return onlyIf(p -> p.at(path).stringOr("").matches(regex));
    }

    /** Only where something is at the path. */
    public Demand whenSaid(String path) {
        return onlyIf(p -> !First.nothing(p.at(path)));
    }

    /** Only where nothing is at any of the paths. */
    public Demand unlessSaid(String... others) {
        return onlyIf(p -> List.of(others).stream().allMatch(path -> First.nothing(p.at(path))));
    }

    /** Only where this holds too. */
    public Demand onlyIf(Predicate<Property> also) {
        return new Demand(type, lists, paths, fine, consequence, expected, applies.and(also));
    }

    /**
     * Judges a resource of the type.
     *
     * @return how many places the demand concerned
     */
    int judge(ResourceContext context) {
        List<Property> here = List.of(context.resource().properties());
        for (String list : lists) {
            List<Property> next = new ArrayList<>();
            here.stream().filter(p -> written(p, list)).forEach(p -> next.addAll(p.at(list).items()));
            here = next;
        }
        int[] concerned = {0};
        context.each(here, place -> {
            if (!applies.test(place)) {
                return;
            }
            concerned[0]++;
            Property said = First.of(place, paths.toArray(String[]::new));
            if (!fine.test(said)) {
                Expect.report(context, said, consequence, expected);
            }
        });
        return concerned[0];
    }

    /** Blank text where a list inside of a document is looked for is no document, and no list. */
    private static boolean written(Property place, String list) {
        int json = list.indexOf("|json");
        return json < 0 || !First.nothing(place.at(list.substring(0, json)));
    }
}
