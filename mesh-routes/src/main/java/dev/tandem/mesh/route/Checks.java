package dev.tandem.mesh.route;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects problems of a document. Not safe for use by several threads. */
final class Checks {

    private final List<RouteProblem> problems = new ArrayList<>();

    void add(String path, String found, String expected) {
        problems.add(new RouteProblem(path, found, expected));
    }

    void range(String path, int found, int least, int most) {
        range(path, found, least, most, "");
    }

    void range(String path, int found, int least, int most, String why) {
        if (found < least || found > most) {
            add(path, Integer.toString(found), least + " to " + most + (why.isEmpty() ? "" : ", " + why));
        }
    }

    void text(String path, String found, Pattern pattern, String expected) {
        if (!pattern.matcher(found).matches()) {
            add(path, "\"" + found + "\"", expected);
        }
    }

    List<RouteProblem> problems() {
        return List.copyOf(problems);
    }
}
