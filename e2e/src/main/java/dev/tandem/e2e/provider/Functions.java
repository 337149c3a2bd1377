package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.annotations.CustomType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Answers the provider's functions, as an account that has nothing yet would: zones, identity, AWS's own prefix lists. */
final class Functions {

    private static final Map<String, BiFunction<Place, Struct, Map<String, Object>>> ANSWERS = new HashMap<>();

    static {
        ANSWERS.put("aws:index/getAvailabilityZones:getAvailabilityZones", (place, args) -> Map.of(
                "id", place.region(),
                "names", zones(place, ""),
                "zoneIds", List.of("az1", "az2", "az3"),
                "groupNames", List.of(place.region())));
        ANSWERS.put("aws:index/getCallerIdentity:getCallerIdentity", (place, args) -> Map.of(
                "id", Place.ACCOUNT,
                "accountId", Place.ACCOUNT,
                "arn", "arn:aws:iam::" + Place.ACCOUNT + ":user/simulated",
                "userId", "AIDASIMULATED"));
        ANSWERS.put("aws:index/getRegion:getRegion", (place, args) -> Map.of(
                "id", place.region(), "name", place.region(), "endpoint", "ec2." + place.region() + ".amazonaws.com",
                "description", place.region()));
        ANSWERS.put("aws:index/getPartition:getPartition", (place, args) -> Map.of(
                "id", "aws", "partition", "aws", "dnsSuffix", "amazonaws.com", "reverseDnsPrefix", "com.amazonaws"));
        ANSWERS.put("aws:ec2/getPrefixList:getPrefixList", Functions::prefixList);
        ANSWERS.put("aws:ec2/getManagedPrefixList:getManagedPrefixList", Functions::prefixList);
        ANSWERS.put("aws:index/getServicePrincipal:getServicePrincipal", (place, args) -> Map.of(
                "id", text(args, "serviceName") + "." + place.region() + ".amazonaws.com",
                "name", text(args, "serviceName") + ".amazonaws.com",
                "region", place.region(),
                "suffix", "amazonaws.com"));
    }

    private Functions() {}

    /**
     * Calls a function.
     *
     * @return what it answers, with a value for everything that its result class must have
     * @throws IllegalArgumentException when there is no such function, it has no answer here, or an argument is wrong
     */
    static Struct call(String token, Struct args, Place place) {
        Class<?> argsClass = sdkClass(token, "inputs.", "Args");
        Class<?> resultClass = sdkClass(token, "outputs.", "Result");
        if (resultClass == null || !resultClass.isAnnotationPresent(CustomType.class)) {
            throw new IllegalArgumentException("unknown function " + token + ": the Java SDK for aws has none of this name");
        }
        List<Problem> problems = argsClass == null ? List.of() : ArgumentCheck.check(token, argsClass, args);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(token + ": " + problems.get(0).path() + ": " + problems.get(0).reason());
        }
        BiFunction<Place, Struct, Map<String, Object>> answer = ANSWERS.get(token);
        if (answer == null) {
            throw new IllegalArgumentException("the simulated provider has no answer for the function " + token
                    + ", only for " + new TreeSet<>(ANSWERS.keySet()) + "; add one to " + Functions.class.getSimpleName() + ".java");
        }
        Struct.Builder given = args.toBuilder();
        answer.apply(place, args).forEach((name, value) -> given.putFields(name, Values.of(value)));
        return Plausible.object(token, resultClass, given.build(), place);
    }

    private static Class<?> sdkClass(String token, String subpackage, String suffix) {
        try {
            return SdkNames.load(SdkNames.className(token, subpackage, suffix));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static List<String> zones(Place place, String suffix) {
        return List.of(place.region() + "a" + suffix, place.region() + "b" + suffix, place.region() + "c" + suffix);
    }

    /** The ids differ by name and region, and are the same each time. */
    private static Map<String, Object> prefixList(Place place, Struct args) {
        Value named = args.getFieldsOrDefault("name", Value.getDefaultInstance());
        String name = Values.isAbsent(named) ? "com.amazonaws." + place.region() + ".s3" : named.getStringValue();
        String id = "pl-" + String.format("%08x", (name + place.region()).hashCode());
        return Map.of("id", id, "prefixListId", id, "name", name, "cidrBlocks", List.of("3.5.136.0/22"), "addressFamily", "IPv4");
    }

    private static String text(Struct args, String name) {
        return args.getFieldsOrDefault(name, Value.getDefaultInstance()).getStringValue();
    }
}
