package dev.tandem.mesh.route;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no route document, or one that is refused. The message has a line per problem. */
public final class RouteFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RouteProblem> problems;

    /**
     * With all that is wrong.
     *
     * @param what     what was being read or checked, such as {@code route document of auth}
     * @param problems at least one
     */
    public RouteFormatException(String what, List<RouteProblem> problems) {
        super(what + ":" + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order found. */
    public List<RouteProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
