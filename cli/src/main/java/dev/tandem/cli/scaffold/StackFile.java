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

/** A stack's file: what its services are, read as YAML, and one more of them, written as lines, so that comments and order stay. Pure. */
final class StackFile {

    private static final Pattern SERVICES = Pattern.compile("^(\\s+)\"?tandem:services\"?:\\s*(#.*)?$");
    private static final Pattern CEILING = Pattern.compile("(?m)^(\\s+\"?tandem:costCeilingEur\"?:\\s*)(\\d+(?:\\.\\d+)?)(.*)$");

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
        map(config.get("tandem:services")).forEach((service, value) -> paths.put(service, String.valueOf(
                map(value).getOrDefault("path", ""))));
        return paths;
    }

    /** The file with one more service; its ceiling raised by so many euros, 0 for not at all. */
    String with(NewService service, int moreEur) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int block = -1;
        String indent = "";
        for (int i = 0; i < lines.size() && block < 0; i++) {
            Matcher found = SERVICES.matcher(lines.get(i));
            if (found.matches()) {
                block = i;
                indent = found.group(1);
            }
        }
        if (block < 0) {
            throw new ScaffoldException(name + " has no line \"tandem:services:\" with its services on the lines below: expected that form"
                    + ", in which one more can be written without touching the others. Fix: add " + service.name() + " by hand");
        }
        int last = block;
        for (int i = block + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (!line.startsWith(indent + " ")) {
                break;
            }
            last = i;
        }
        lines.addAll(last + 1, entry(service, indent));
        return raised(String.join("\n", lines), moreEur);
    }

    private List<String> entry(NewService service, String indent) {
        String key = indent + "  ";
        String field = key + "  ";
        List<String> lines = new ArrayList<>(List.of(
                key + service.name() + ":",
                field + "team: " + (service.team().matches("[a-z][a-z-]*") ? service.team() : "\"" + service.team() + "\""),
                field + "image: tandem/" + config.getOrDefault("tandem:environment", "prod") + "/" + service.name() + ":0.1.0",
                field + "path: " + service.path()));
        map(config.get("tandem:services")).forEach((name, value) -> {
            if (name.equals("auth") && map(value).containsKey("signingKeys")) {
                lines.add(field + "verifiesTokensOf: [auth]");
            }
        });
        lines.add(field + "table: true");
        return lines;
    }

    private static String raised(String text, int moreEur) {
        Matcher ceiling = CEILING.matcher(text);
        if (moreEur == 0 || !ceiling.find()) {
            return text;
        }
        String value = new BigDecimal(ceiling.group(2)).add(BigDecimal.valueOf(moreEur)).toPlainString();
        return text.substring(0, ceiling.start()) + ceiling.group(1) + value + ceiling.group(3) + text.substring(ceiling.end());
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
