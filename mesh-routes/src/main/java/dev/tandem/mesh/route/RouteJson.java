package dev.tandem.mesh.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Route documents as JSON. The canonical form has every field, keys sorted, no white space, UTF-8: equal documents have equal
 * bytes and one digest. The schema is docs/schema/route.schema.json. Safe for use by several threads.
 */
public final class RouteJson {

    /** Value of the field {@code schema}. */
    public static final String SCHEMA = "tandem.route/1";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RouteJson() {}

    /**
     * Reads a document. Only its form is checked here; {@link RouteChecks} has the rest.
     *
     * @throws RouteFormatException when the text is no JSON, has a key twice, an unknown field or one of another type
     */
    public static RouteDocument parse(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            var where = malformed.getLocation();
            String at = where == null ? "" : "line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw new RouteFormatException("route document",
                    List.of(new RouteProblem(at, malformed.getOriginalMessage(), "JSON with every key once")));
        }
        if (!json.isObject()) {
            throw new RouteFormatException("route document", List.of(new RouteProblem(
                    "$", json.isMissingNode() ? "nothing" : json.getNodeType().toString().toLowerCase(Locale.ROOT),
                    "an object with the field \"schema\": \"" + SCHEMA + "\"")));
        }
        return RouteReader.read(json);
    }

    /** The canonical bytes. */
    public static byte[] canonical(RouteDocument document) {
        return canonicalText(document).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical form as text. */
    public static String canonicalText(RouteDocument document) {
        return CanonicalJson.print(RouteWriter.write(document));
    }

    /** Indented, fields in the order of the documentation; for people. */
    public static String pretty(RouteDocument document) {
        try {
            return MAPPER.writeValueAsString(RouteWriter.write(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", impossible);
        }
    }

    /** The document as a tree; changing it changes nothing else. */
    public static ObjectNode tree(RouteDocument document) {
        return RouteWriter.write(document);
    }

    /** {@code sha256:} and the SHA-256 digest of the canonical bytes, 64 lower-case hexadecimal digits. */
    public static String digest(RouteDocument document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical(document));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
