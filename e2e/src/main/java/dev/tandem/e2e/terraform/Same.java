package dev.tandem.e2e.terraform;

import dev.tandem.e2e.terraform.CtyType.ListOf;
import dev.tandem.e2e.terraform.CtyType.MapOf;
import dev.tandem.e2e.terraform.CtyType.ObjectOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares values of one type: the order of a set's items means nothing, and an unknown equals nothing known. */
public final class Same {

    private Same() {}

    /** Whether two values are the same. */
    public static boolean same(CtyType type, Object one, Object other) {
        if (type instanceof ListOf list && one instanceof List<?> ones && other instanceof List<?> others) {
            return ones.size() == others.size() && (list.set() ? sameSets(list.item(), ones, others) : sameLists(list.item(), ones, others));
        } else if (type instanceof MapOf map && one instanceof Map<?, ?> ones && other instanceof Map<?, ?> others) {
            return ones.keySet().equals(others.keySet())
                    && ones.keySet().stream().allMatch(key -> same(map.item(), ones.get(key), others.get(key)));
        } else if (type instanceof ObjectOf object && one instanceof Map<?, ?> ones && other instanceof Map<?, ?> others) {
            return object.members().keySet().stream()
                    .allMatch(name -> same(object.members().get(name), ones.get(name), others.get(name)));
        }
        return Objects.equals(one, other);
    }

    /** The members of an object that are not the same in two of its values; null stands for an object that is not there. */
    public static Set<String> different(ObjectOf type, Map<String, Object> one, Map<String, Object> other) {
        Set<String> different = new TreeSet<>();
        type.members().forEach((name, member) -> {
            if (!same(member, one == null ? null : one.get(name), other == null ? null : other.get(name))) {
                different.add(name);
            }
        });
        return different;
    }

    private static boolean sameLists(CtyType item, List<?> ones, List<?> others) {
        for (int i = 0; i < ones.size(); i++) {
            if (!same(item, ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameSets(CtyType item, List<?> ones, List<?> others) {
        List<Object> left = new ArrayList<>(others);
        for (Object one : ones) {
            int at = 0;
            while (at < left.size() && !same(item, one, left.get(at))) {
                at++;
            }
            if (at == left.size()) {
                return false;
            }
            left.remove(at);
        }
        return true;
    }
}
