package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a resource: its inputs, and a value for every property that AWS would have filled in. In a preview the
 * latter are unknown.
 */
final class ComputedOutputs {

    private final ResourceShape shape;
    private final TypeFacts facts;
    private final Place place;
    private final Struct inputs;

    ComputedOutputs(ResourceShape shape, Place place, Struct inputs) {
        this.shape = shape;
        this.facts = TypeFacts.of(shape);
        this.place = place;
        this.inputs = inputs;
    }

    /**
     * A new resource's identity.
     *
     * @param id the id
     * @param arn the ARN, null when the type has none
     */
    record Identity(String id, String arn) {}

    /** Makes up an id and an ARN; either may be a part of the other. */
    Identity identify() {
        boolean arnFirst = facts.id().contains("{arn}") && !shape.arguments().containsKey("arn");
        String early = arnFirst ? fill(facts.arn(), "", "") : "";
        String id = fill(facts.id(), "", early);
        return new Identity(id, facts.arn().equals("-") ? null : arnFirst ? early : fill(facts.arn(), id, ""));
    }

    /** The state that a preview shows. */
    Struct previewed() {
        return state(property -> Values.unknown());
    }

    /** The state of a resource that was just created. */
    Struct created(Identity identity) {
        boolean named = Values.isSecret(inputs.getFieldsOrDefault("name", Value.getDefaultInstance()));
        return state(property -> {
            Value value = computed(property, identity);
            return named ? Values.secret(value) : value;
        });
    }

    /** The state after a change: what was computed before stays. */
    Struct updated(Struct old, boolean preview) {
        return state(property -> {
            Value before = old.getFieldsMap().get(property);
            return before != null ? before : preview ? Values.unknown() : computed(property, new Identity("", null));
        });
    }

    private interface Source {
        Value of(String property);
    }

    private Struct state(Source source) {
        Struct.Builder state = inputs.toBuilder();
        shape.exports().forEach((property, exported) -> {
            boolean given = !Values.isAbsent(inputs.getFieldsMap().get(property));
            if (property.equals("tagsAll")) {
                state.putFields(property, allTags());
            } else if (!given && isComputed(shape, property)) {
                state.putFields(property, source.of(property));
            }
        });
        return state.build();
    }

    /** Whether a property has a value even when the program gives none. */
    static boolean isComputed(ResourceShape shape, String property) {
        return !shape.arguments().containsKey(property) || shape.exports().get(property).always();
    }

    private Value allTags() {
        Map<String, Object> tags = new TreeMap<>(place.defaultTags());
        Value own = inputs.getFieldsOrDefault("tags", Value.getDefaultInstance());
        if (Values.isUnknown(own) || Values.isSecret(own)) {
            return own;
        }
        tags.putAll(own.getStructValue().getFieldsMap());
        return Values.of(tags);
    }

    private Value computed(String property, Identity identity) {
        boolean pure = !shape.arguments().containsKey(property);
        if (property.equals("arn") && identity.arn() != null) {
            return Values.string(identity.arn());
        } else if (property.equals("arnSuffix") && identity.arn() != null) {
            return Values.string(identity.arn().substring(identity.arn().lastIndexOf(':') + 1).replaceFirst("^loadbalancer/", ""));
        } else if (pure && (property.equals("url") || property.equals("zoneId")) && !identity.id().startsWith("arn:")
                && !shape.token().startsWith("aws:lb/")) {
            return Values.string(identity.id());
        } else if (property.equals("repositoryUrl")) {
            return Values.string(Place.ACCOUNT + ".dkr.ecr." + place.region() + ".amazonaws.com/" + identity.id());
        } else if (property.equals("domainValidationOptions")) {
            return validationOptions();
        } else if (property.equals("serverSideEncryptionConfigurations")) {
            // What S3 does with every new bucket that nobody told otherwise.
            return Values.of(List.of(Map.of("rules", List.of(Map.of("bucketKeyEnabled", false,
                    "applyServerSideEncryptionByDefaults", List.of(Map.of("sseAlgorithm", "AES256")))))));
        } else if (property.equals("nameServers")) {
            return Values.of(List.of("ns-1.awsdns-01.com", "ns-2.awsdns-02.net", "ns-3.awsdns-03.org", "ns-4.awsdns-04.co.uk"));
        }
        return Plausible.value(shape.token(), property, shape.exports().get(property).type(), place, pure);
    }

    /** One record to prove each of a certificate's domains, as ACM asks for. */
    private Value validationOptions() {
        List<String> domains = new ArrayList<>(List.of(String.valueOf(Values.text(inputs, "domainName"))));
        Values.reveal(inputs.getFieldsOrDefault("subjectAlternativeNames", Value.getDefaultInstance()))
                .getListValue().getValuesList().forEach(name -> domains.add(name.getStringValue()));
        return Values.of(domains.stream().distinct().map(domain -> Map.of(
                "domainName", domain,
                "resourceRecordName", "_" + Template.hex(32) + "." + domain + ".",
                "resourceRecordType", "CNAME",
                "resourceRecordValue", "_" + Template.hex(32) + ".acm-validations.aws.")).toList());
    }

    private String fill(String template, String id, String arn) {
        return Template.fill(template, field -> switch (field) {
            case "region" -> place.region();
            case "account" -> Place.ACCOUNT;
            case "id" -> id;
            case "revision" -> "1";
            case "arn" -> arn.isEmpty() ? Values.text(inputs, "arn") : arn;
            default -> Values.text(inputs, field);
        });
    }
}
