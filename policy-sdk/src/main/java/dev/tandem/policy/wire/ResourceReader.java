package dev.tandem.policy.wire;

import static com.google.protobuf.WireFormat.WIRETYPE_LENGTH_DELIMITED;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceOptions;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/**
 * The engine's resource messages to {@link Resource}s, straight from their bytes: the same resources as by {@link ResourceDecoder},
 * in a fraction of the time and memory. Providers and options that come again are decoded once. Bytes in a form that no
 * engine sends are left to protobuf's own reader. Thread-safe.
 */
public final class ResourceReader {

    private static final int TYPE = texts(AnalyzerResource.TYPE_FIELD_NUMBER);
    private static final int PROPERTIES = texts(AnalyzerResource.PROPERTIES_FIELD_NUMBER);
    private static final int URN = texts(AnalyzerResource.URN_FIELD_NUMBER);
    private static final int NAME = texts(AnalyzerResource.NAME_FIELD_NUMBER);
    private static final int OPTIONS = texts(AnalyzerResource.OPTIONS_FIELD_NUMBER);
    private static final int PROVIDER = texts(AnalyzerResource.PROVIDER_FIELD_NUMBER);
    private static final int PARENT = texts(AnalyzerResource.PARENT_FIELD_NUMBER);
    private static final int DEPENDENCY = texts(AnalyzerResource.DEPENDENCIES_FIELD_NUMBER);
    private static final int PROPERTY_DEPENDENCIES = texts(AnalyzerResource.PROPERTYDEPENDENCIES_FIELD_NUMBER);
    private static final int MAP_KEY = texts(1);
    private static final int MAP_VALUE = texts(2);
    private static final int DEPENDENCY_URN = texts(1);

    private final int maxDepth;
    private final Repeated<Options> options;
    private final Repeated<Provider> providers;

    /** @param maxDepth how many messages may be inside one another */
    public ResourceReader(int maxDepth) {
        this.maxDepth = maxDepth;
        this.options = new Repeated<>(bytes -> Options.of(parse(AnalyzerResourceOptions.parser(), bytes)));
        this.providers = new Repeated<>(bytes -> ResourceDecoder.provider(parse(AnalyzerProviderResource.parser(), bytes)));
    }

    private static int texts(int field) {
        return ValueReader.tag(field, WIRETYPE_LENGTH_DELIMITED);
    }

    /**
     * A resource as resource rules see it, from the bytes of an AnalyzeRequest.
     *
     * @throws InvalidProtocolBufferException when the bytes are no such message
     */
    public Resource alone(byte[] message) throws InvalidProtocolBufferException {
        try {
            return read(message, false);
        } catch (NotPlainException e) {
            return ResourceDecoder.decode(parse(AnalyzeRequest.parser(), message));
        }
    }

    /**
     * A resource as stack rules see it, from the bytes of an AnalyzerResource.
     *
     * @throws InvalidProtocolBufferException when the bytes are no such message
     */
    public Resource ofStack(byte[] message) throws InvalidProtocolBufferException {
        try {
            return read(message, true);
        } catch (NotPlainException e) {
            return ResourceDecoder.decode(parse(AnalyzerResource.parser(), message));
        }
    }

    private <M> M parse(Parser<M> parser, byte[] bytes) throws InvalidProtocolBufferException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        in.setRecursionLimit(maxDepth);
        M out = parser.parseFrom(in);
        in.checkLastTagWas(0);
        return out;
    }

    private Resource read(byte[] message, boolean ofStack) throws NotPlainException, InvalidProtocolBufferException {
        PlainInput in = new PlainInput(message);
        Draft draft = new Draft();
        int seen = 0;
        while (!in.isAtEnd()) {
            int tag = in.tag();
            if (tag < DEPENDENCY) {
                // Of two, protobuf takes the later one or puts them together.
                if ((seen & 1 << (tag >> 3)) != 0) {
                    throw NotPlainException.HERE;
                }
                seen |= 1 << (tag >> 3);
            }
            if (tag == TYPE) {
                draft.type = in.name();
            } else if (tag == PROPERTIES) {
                draft.properties = new ValueReader(in).properties();
            } else if (tag == URN) {
                draft.urn = in.text();
            } else if (tag == NAME) {
                draft.name = in.text();
            } else if (tag == OPTIONS) {
                int length = in.skip();
                draft.options = options.get(message, in.position() - length, in.position());
            } else if (tag == PROVIDER) {
                int length = in.skip();
                draft.provider = providers.get(message, in.position() - length, in.position());
            } else if (tag == PARENT && ofStack) {
                draft.parent = in.text();
            } else if (tag == DEPENDENCY && ofStack) {
                draft.dependencies = draft.dependencies.isEmpty() ? new ArrayList<>() : draft.dependencies;
                draft.dependencies.add(in.text());
            } else if (tag == PROPERTY_DEPENDENCIES && ofStack) {
                draft.byProperty = draft.byProperty.isEmpty() ? new LinkedHashMap<>() : draft.byProperty;
                dependencies(in, draft.byProperty);
            } else {
                throw NotPlainException.HERE;
            }
        }
        return draft.resource();
    }

    private static void dependencies(PlainInput in, Map<String, List<String>> into) throws NotPlainException {
        int entry = in.open();
        expect(in, MAP_KEY);
        String property = in.name();
        expect(in, MAP_VALUE);
        int value = in.open();
        List<String> urns = new ArrayList<>();
        while (!in.isAtEnd()) {
            expect(in, DEPENDENCY_URN);
            urns.add(in.text());
        }
        in.close(value);
        in.close(entry);
        into.put(property, List.copyOf(urns));
    }

    private static void expect(PlainInput in, int tag) throws NotPlainException {
        if (in.tag() != tag) {
            throw NotPlainException.HERE;
        }
    }

    private record Options(ResourceOptions options, String parent) {
        private static final Options NONE = new Options(ResourceOptions.NONE, "");

        static Options of(AnalyzerResourceOptions message) {
            return new Options(ResourceDecoder.options(message), message.getParent());
        }
    }

    /** What was read so far. */
    private static final class Draft {
        private String urn = "";
        private String type = "";
        private String name = "";
        private String parent = "";
        private Map<String, Value> properties = Map.of();
        private Options options = Options.NONE;
        private Provider provider;
        private List<String> dependencies = List.of();
        private Map<String, List<String>> byProperty = Map.of();

        Resource resource() {
            return ResourceDecoder.start(urn, type, name)
                    .properties(properties)
                    .options(options.options)
                    .parent(parent.isEmpty() ? options.parent : parent)
                    .provider(provider)
                    .dependencies(dependencies)
                    .propertyDependencies(byProperty)
                    .build();
        }
    }
}
