package dev.tandem.preview.report;

/** Short forms for people. */
final class Names {

    private Names() {}

    /** {@code aws:ec2:Vpc} for {@code aws:ec2/vpc:Vpc}, {@code tandem:MeshService} for {@code tandem:index:MeshService}. */
    static String type(String type) {
        String[] parts = type.split(":", 3);
        if (parts.length < 3) {
            return type;
        }
        int slash = parts[1].indexOf('/');
        String module = slash < 0 ? parts[1] : parts[1].substring(0, slash);
        return module.equals("index") ? parts[0] + ":" + parts[2] : parts[0] + ":" + module + ":" + parts[2];
    }

    /** {@code name (type)} for a URN. */
    static String resource(String urn) {
        String[] parts = urn.split("::", 4);
        if (parts.length < 4) {
            return urn;
        }
        return parts[3] + " (" + type(parts[2].substring(parts[2].lastIndexOf('$') + 1)) + ")";
    }

    /** {@code 1 resource}, {@code 2 resources}. */
    static String count(long n, String thing) {
        return n + " " + (n == 1 ? thing : thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s");
    }
}
