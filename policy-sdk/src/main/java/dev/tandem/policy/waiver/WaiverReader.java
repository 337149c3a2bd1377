package dev.tandem.policy.waiver;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads waivers token by token, since messages need line numbers. */
final class WaiverReader {

    private static final Set<String> FIELDS = new TreeSet<>(Set.of("finding", "urn", "reason", "owner", "until"));
    private static final Pattern FINDING = Pattern.compile("[a-z0-9-]{1,60}(\\[.+])?");
    private final String name;
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<Waiver> contradicted = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    WaiverReader(String name) {
        this.name = name;
    }

    WaiverFile read(String yaml) {
        try (JsonParser parser = new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).createParser(yaml)) {
            if (parser.nextToken() != null) {
                file(parser);
            }
            waivers.removeAll(contradicted);
            return new WaiverFile(name, waivers, problems);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String problem = name + (at == null ? "" : ":" + at.getLineNr()) + ": no YAML, nothing is waived: "
                    + e.getOriginalMessage().lines().findFirst().orElse("");
            return new WaiverFile(name, List.of(), List.of(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            problem(parser.currentTokenLocation(), "expected the key 'waivers' with a list, found " + parser.currentToken());
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            JsonToken value = parser.nextToken();
            if (!key.equals("waivers")) {
                problem(at, "unknown key '" + key + "', expected 'waivers'");
                parser.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                if (value != JsonToken.VALUE_NULL) {
                    problem(at, "'waivers' is no list, expected entries that begin with '- finding: …'");
                }
                parser.skipChildren();
            } else {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entry(parser);
                }
            }
        }
    }

    private void entry(JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        if (!parser.isExpectedStartObjectToken()) {
            problem(at, "expected an entry with " + FIELDS);
            parser.skipChildren();
            return;
        }
        int before = problems.size();
        Map<String, String> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonLocation keyAt = parser.currentTokenLocation();
            JsonToken value = parser.nextToken();
            if (!FIELDS.contains(key)) {
                problem(keyAt, "unknown key '" + key + "', expected " + FIELDS);
                parser.skipChildren();
            } else if (!value.isScalarValue() || value == JsonToken.VALUE_NULL || parser.getText().isBlank()) {
                problem(keyAt, "'" + key + "' is empty or no text");
                parser.skipChildren();
                fields.put(key, "");
            } else {
                fields.put(key, parser.getText().trim());
            }
        }
        for (String field : FIELDS) {
            if (!fields.containsKey(field)) {
                problem(at, "'" + field + "' is missing");
            }
        }
        LocalDate until = date(at, fields.getOrDefault("until", ""));
        String finding = fields.getOrDefault("finding", "");
        if (!finding.isEmpty() && !FINDING.matcher(finding).matches()) {
            problem(at, "finding '" + finding + "' is neither a rule id nor rule-id[detail]");
        }
        if (problems.size() == before) {
            add(at, new Waiver(finding, fields.get("urn"), fields.get("reason"), fields.get("owner"), until, at.getLineNr()));
        }
    }

    /** Two entries for one thing contradict each other in date, owner or reason: which is meant, nobody can tell. */
    private void add(JsonLocation at, Waiver waiver) {
        Optional<Waiver> same = waivers.stream()
                .filter(w -> w.finding().equals(waiver.finding()) && w.urn().equals(waiver.urn())).findFirst();
        if (same.isEmpty()) {
            waivers.add(waiver);
            return;
        }
        Waiver other = same.get();
        contradicted.add(other);
        problem(at, "waives " + waiver.finding() + " of " + waiver.urn() + " until " + waiver.until() + " (" + waiver.owner()
                + "), line " + other.line() + " until " + other.until() + " (" + other.owner() + "); expected one entry, neither holds");
    }

    private LocalDate date(JsonLocation at, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(at, "until '" + text + "' is no date, expected for instance 2027-03-31");
            return null;
        }
    }

    private void problem(JsonLocation at, String text) {
        problems.add(name + ":" + at.getLineNr() + ": " + text);
    }
}
