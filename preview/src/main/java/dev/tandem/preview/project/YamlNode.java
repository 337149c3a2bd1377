package dev.tandem.preview.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a {@link YamlFile}: its key path, its line and what is there, if anything. Immutable. */
public final class YamlNode {

    private final YamlFile file;
    private final String path;
    private final Node node;

    YamlNode(YamlFile file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Whether nothing, or null, is here. */
    public boolean isMissing() {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** {@code file:line}, or the file alone when nothing is here. */
    public String where() {
        return node == null ? file.name() : file.name() + ":" + (node.getStartMark().getLine() + 1);
    }

    public String path() {
        return path;
    }

    /** The entry of a mapping; a missing node when this is no mapping or has none of that key. */
    public YamlNode get(String key) {
        return Optional.ofNullable(entriesOrEmpty().get(key)).orElse(new YamlNode(file, below(key), null));
    }

    /**
     * The entries of a mapping in order; empty when missing.
     *
     * @throws InvalidProjectException when something else is here
     */
    public Map<String, YamlNode> entries(String example) {
        if (!isMissing() && !isMapping()) {
            throw wrong("a mapping", example);
        }
        return entriesOrEmpty();
    }

    /** The elements of a list; empty when missing. */
    public List<YamlNode> items(String example) {
        if (isMissing()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw wrong("a list", example);
        }
        List<YamlNode> out = new ArrayList<>();
        for (Node n : list.getValue()) {
            out.add(new YamlNode(file, path + "[" + out.size() + "]", n));
        }
        return out;
    }

    /** The text of a scalar, as written; empty when missing. */
    public Optional<String> text(String example) {
        if (isMissing()) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("text", example);
        }
        return Optional.of(scalar.getValue());
    }

    /** The scalar, list or mapping as String, Long, Double, Boolean, List, Map or null. */
    public Object plain() {
        if (isMissing()) {
            return null;
        } else if (node instanceof MappingNode) {
            Map<String, Object> out = new LinkedHashMap<>();
            entriesOrEmpty().forEach((k, v) -> out.put(k, v.plain()));
            return out;
        } else if (node instanceof SequenceNode) {
            List<Object> out = new ArrayList<>();
            items("").forEach(n -> out.add(n.plain()));
            return out;
        }
        return Scalars.read((ScalarNode) node);
    }

    /** The complaint that something else than {@code expected} is here. */
    public InvalidProjectException wrong(String expected, String example) {
        return new InvalidProjectException(where() + ": " + (path.isEmpty() ? "" : "key '" + path + "': ") + "found "
                + found() + ", expected " + expected + (example.isEmpty() ? "" : ", for instance '" + example + "'"));
    }

    private String found() {
        if (isMissing()) {
            return "nothing";
        } else if (node instanceof ScalarNode scalar) {
            return "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Map<String, YamlNode> entriesOrEmpty() {
        Map<String, YamlNode> out = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                out.put(key, new YamlNode(file, below(key), tuple.getValueNode()));
            }
        }
        return out;
    }
}
