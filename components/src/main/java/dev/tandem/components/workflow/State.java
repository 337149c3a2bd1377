package dev.tandem.components.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One state of a machine, in the terms of the Amazon States Language (JSONPath). Immutable.
 *
 * <p>Keys of parameters that end in {@code .$} take their value from the input, as the language defines.
 */
public sealed interface State {

    /** Names of the states that can come next; empty where the machine ends. */
    List<String> successors();

    /**
     * Calls an AWS API.
     *
     * @param resource       ARN of the integration, such as {@code arn:aws:states:::dynamodb:updateItem}
     * @param parameters     what the API takes
     * @param resultPath     where the answer goes, such as {@code $.seen}; empty drops it
     * @param timeoutSeconds the call fails after so many seconds
     * @param tries          how often it is tried, 1 and more; with two seconds between, doubled each time
     * @param handlers       next state by error name, in the order in which they are looked at
     * @param next           the state after success
     */
    record Task(
            String resource,
            Map<String, Object> parameters,
            Optional<String> resultPath,
            int timeoutSeconds,
            int tries,
            Map<String, String> handlers,
            String next)
            implements State {
        /** Copies the maps, keeps their order. */
        public Task {
            parameters = ordered(parameters);
            handlers = ordered(handlers);
        }

        @Override
        public List<String> successors() {
            return join(next, handlers.values());
        }

        /** The same task with one more handler, looked at after the others. */
        public Task handling(String error, String target) {
            Map<String, String> more = new LinkedHashMap<>(handlers);
            more.put(error, target);
            return new Task(resource, parameters, resultPath, timeoutSeconds, tries, more, next);
        }
    }

    /** Waits so many seconds. */
    record Wait(int seconds, String next) implements State {
        @Override
        public List<String> successors() {
            return List.of(next);
        }
    }

    /**
     * Sets a value.
     *
     * @param parameters the value
     * @param resultPath where it goes
     * @param next       the state after it
     */
    record Pass(Map<String, Object> parameters, String resultPath, String next) implements State {
        /** Copies the map. */
        public Pass {
            parameters = ordered(parameters);
        }

        @Override
        public List<String> successors() {
            return List.of(next);
        }
    }

    /**
     * Branches.
     *
     * @param rules     the first that holds decides
     * @param otherwise the state when none does
     */
    record Choice(List<Rule> rules, String otherwise) implements State {
        /** Copies the list. */
        public Choice {
            rules = List.copyOf(rules);
        }

        @Override
        public List<String> successors() {
            return join(otherwise, rules.stream().map(Rule::next).toList());
        }
    }

    /**
     * One branch: all comparisons hold.
     *
     * @param all  comparisons
     * @param next the state then
     */
    record Rule(List<Test> all, String next) {
        /** Copies the list. */
        public Rule {
            all = List.copyOf(all);
        }

        /** A branch on one comparison. */
        public static Rule when(String variable, String operator, Object value, String next) {
            return new Rule(List.of(new Test(variable, operator, value)), next);
        }
    }

    /**
     * A comparison.
     *
     * @param variable path, such as {@code $.seen.ready}
     * @param operator of the language, such as {@code BooleanEquals}
     * @param value    what it compares with
     */
    record Test(String variable, String operator, Object value) {}

    /**
     * Runs a small machine for each item of a list.
     *
     * @param itemsPath  path of the list
     * @param item       the machine; its input is the item
     * @param concurrent how many run at once
     * @param handlers   next state by error name
     * @param next       the state after all of them
     */
    record Each(String itemsPath, StateMachine item, int concurrent, Map<String, String> handlers, String next)
            implements State {
        /** Copies the map. */
        public Each {
            handlers = ordered(handlers);
        }

        @Override
        public List<String> successors() {
            return join(next, handlers.values());
        }
    }

    /** Ends well. */
    record Succeed() implements State {
        @Override
        public List<String> successors() {
            return List.of();
        }
    }

    /**
     * Ends badly.
     *
     * @param error name that operators search for
     * @param cause what to do, one sentence
     */
    record Fail(String error, String cause) implements State {
        @Override
        public List<String> successors() {
            return List.of();
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static List<String> join(String first, Collection<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).distinct().toList();
    }
}
