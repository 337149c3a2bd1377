package dev.tandem.cli.scaffold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A stack's file: what its services are, read as YAML, and one more of them, written as lines, so that comments, order and indentation
 * stay. What was written is read back before anybody gets it. Pure.
 */
final class StackFile {

    private static final String SERVICES = "tandem:services";
    private static final String CEILING = "tandem:costCeilingEur";
    private static final Pattern SERVICES_LINE = Pattern.compile("\\s+([\"']?)" + SERVICES + "\\1:\\s*(#.*)?");
    private static final Pattern CEILING_LINE =
            Pattern.compile("(?m)^(\\s+[\"']?" + CEILING + "[\"']?:\\s*[\"']?)(\\d+(?:\\.\\d+)?)");

    /** Where a file has no service yet whose indentation could be followed. */
    private static final int STEP = 2;

    private final String name;
    private final String text;
    private final Map<String, Object> config;

    /** @throws ScaffoldException when it is no stack's file */
    StackFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.config = map(load(name, text).get("config"));
    }

    /** Each service's path; an empty text for those without one. */
    Map<String, String> services() {
        Map<String, String> paths = new TreeMap<>();
        map(config.get(SERVICES)).forEach((service, value) -> paths.put(service, String.valueOf(map(value).getOrDefault("path", ""))));
        return paths;
    }

    /** Whether it says a ceiling; a stack without one has the default. */
    boolean hasCeiling() {
        return config.containsKey(CEILING);
    }

    /**
     * The file with one more service; its ceiling raised by so many euros, 0 for not at all.
     *
     * @throws ScaffoldException when the file has a form in which that cannot be written
     */
    String with(NewService service, int moreEur) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        Map<String, Object> fields = fields(service);
        insert(lines, service.name(), fields);
        String made = raised(String.join("\n", lines), moreEur);
        Map<String, Object> services = map(config.get(SERVICES));
        services.put(service.name(), fields);
        Map<String, Object> meant = new LinkedHashMap<>(config);
        meant.put(SERVICES, services);
        if (!readsAs(made, comparable(meant, moreEur))) {
            throw new ScaffoldException(name + " with " + service.name() + " written into it would not read as meant: expected services in"
                    + " lines of their own below \"" + SERVICES + ":\", all indented alike"
                    + (moreEur == 0 ? "" : ", and a plain number after \"" + CEILING + ":\"")
                    + ". Nothing was written. Fix: add " + service.name() + " by hand, or bring the file into that form");
        }
        return made;
    }

    private void insert(List<String> lines, String service, Map<String, Object> fields) {
        int block = 0;
        while (block < lines.size() && !SERVICES_LINE.matcher(lines.get(block)).matches()) {
            block++;
        }
        if (block == lines.size()) {
            throw new ScaffoldException(name + " has no line \"" + SERVICES + ":\" with its services on the lines below: expected that form"
                    + ", in which one more can be written without touching the others. Fix: add " + service + " by hand");
        }
        int outer = indent(lines.get(block));
        int last = block;
        int key = 0;
        int field = 0;
        for (int i = block + 1; i < lines.size(); i++) {
            int indent = indent(lines.get(i));
            if (lines.get(i).isBlank() || lines.get(i).charAt(indent) == '#') {
                continue;
            }
            if (indent <= outer) {
                break;
            }
            key = key == 0 ? indent : key;
            field = field == 0 && indent > key ? indent : field;
            last = i;
        }
        String keyStart = " ".repeat(key == 0 ? outer + STEP : key);
        String fieldStart = field == 0 ? keyStart + " ".repeat(keyStart.length() - outer) : " ".repeat(field);
        String end = lines.get(block).endsWith("\r") ? "\r" : "";
        List<String> entry = new ArrayList<>(List.of(keyStart + service + ":" + end));
        fields.forEach((name, value) -> entry.add(fieldStart + name + ": " + written(value) + end));
        lines.addAll(last + 1, entry);
    }

    private Map<String, Object> fields(NewService service) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("team", service.team());
        fields.put("image", "tandem/" + config.getOrDefault("tandem:environment", "prod") + "/" + service.name() + ":0.1.0");
        fields.put("path", service.path());
        if (map(map(config.get(SERVICES)).get("auth")).containsKey("signingKeys")) {
            fields.put("verifiesTokensOf", List.of("auth"));
        }
        fields.put("table", true);
        return fields;
    }

    /** Quoted where YAML would take it for something else than a text, such as a team called 007. */
    private static String written(Object value) {
        return value.equals(new Yaml(new SafeConstructor(new LoaderOptions())).load(value.toString())) ? value.toString() : "\"" + value + "\"";
    }

    private static String raised(String text, int moreEur) {
        return moreEur == 0 ? text : CEILING_LINE.matcher(text).replaceFirst(found -> Matcher.quoteReplacement(
                found.group(1) + new BigDecimal(found.group(2)).add(BigDecimal.valueOf(moreEur)).toPlainString()));
    }

    private boolean readsAs(String made, Map<String, Object> meant) {
        try {
            Map<String, Object> whole = load(name, made);
            whole.put("config", comparable(map(whole.get("config")), 0));
            Map<String, Object> expected = load(name, text);
            expected.put("config", meant);
            return whole.equals(expected);
        } catch (ScaffoldException malformed) {
            return false;
        }
    }

    /** With its ceiling as an amount, whether it is written as a number or as a text. */
    private Map<String, Object> comparable(Map<String, Object> config, int moreEur) {
        Map<String, Object> out = new LinkedHashMap<>(config);
        out.computeIfPresent(CEILING, (key, value) -> {
            try {
                return new BigDecimal(value.toString()).add(BigDecimal.valueOf(moreEur)).stripTrailingZeros();
            } catch (NumberFormatException noNumber) {
                throw new ScaffoldException(name + " has the " + CEILING + " \"" + value + "\": expected euros a month, such as 100."
                        + " Fix it first; nothing was written");
            }
        });
        return out;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Map<String, Object> load(String name, String text) {
        try {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (YAMLException malformed) {
            throw new ScaffoldException(name + " is no YAML: " + String.valueOf(malformed.getMessage()).lines().findFirst().orElse("")
                    + ". Fix it first; nothing was written");
        }
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, each) -> out.put(String.valueOf(key), each));
        }
        return out;
    }
}
