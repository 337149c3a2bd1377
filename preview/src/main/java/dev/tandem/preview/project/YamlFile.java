package dev.tandem.preview.project;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file read as nodes, which know their lines, so that every complaint can name one.
 *
 * <p>Only plain keys are read; tags such as {@code !!python/object} construct nothing, because nothing is constructed.
 */
public final class YamlFile {

    private final String name;
    private final Node root;

    private YamlFile(String name, Node root) {
        this.name = name;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param shownAs the name in messages, relative to the project
     * @throws InvalidProjectException when it cannot be read, is no YAML, repeats a key or is no mapping at the top
     */
    public static YamlFile read(Path file, String shownAs) {
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException e) {
            throw new InvalidProjectException(shownAs + ": found bytes that are not UTF-8, expected a UTF-8 text file");
        } catch (IOException e) {
            throw new InvalidProjectException(shownAs + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return parse(text, shownAs);
    }

    /** As {@link #read}, from text. */
    public static YamlFile parse(String text, String shownAs) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidProjectException(shownAs + ":" + line + ": is no YAML: found " + e.getProblem()
                    + ", expected lines such as 'key: value', indented with spaces");
        } catch (YAMLException e) {
            throw new InvalidProjectException(shownAs + ": is no YAML: " + e.getMessage());
        }
        YamlFile file = new YamlFile(shownAs, root);
        if (root != null) {
            file.refuseRepeatedKeys(root, new HashSet<>());
        }
        return file;
    }

    /** The top of the file; missing when the file is empty. */
    public YamlNode top() {
        return new YamlNode(this, "", root);
    }

    String name() {
        return name;
    }

    private void refuseRepeatedKeys(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof MappingNode map) {
            Set<String> keys = new HashSet<>();
            for (NodeTuple tuple : map.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new InvalidProjectException(name + ":" + (tuple.getKeyNode().getStartMark().getLine() + 1)
                            + ": found a list or mapping as a key, expected plain text as in 'key: value'");
                }
                if (!keys.add(key.getValue())) {
                    throw new InvalidProjectException(name + ":" + (key.getStartMark().getLine() + 1) + ": key '"
                            + key.getValue() + "' is there twice, expected once");
                }
                refuseRepeatedKeys(tuple.getValueNode(), seen);
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> refuseRepeatedKeys(n, seen));
        }
    }
}
