package dev.tandem.cli.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The template's files, filled in. Pure but for reading this jar. */
final class ServiceTemplate {

    private ServiceTemplate() {}

    /** Files of a new service by their path in the clone. */
    static Map<String, String> files(NewService service) {
        String module = service.module() + "/";
        String main = module + "src/main/java/dev/tandem/" + service.javaPackage() + "/";
        String test = module + "src/test/java/dev/tandem/" + service.javaPackage() + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(module + "pom.xml", text("pom.xml", service));
        files.put(module + "service.json", text("service.json", service));
        files.put(module + "Dockerfile", text("Dockerfile", service));
        files.put(module + ".dockerignore", text("dockerignore", service));
        files.put(module + "jvm.options", text("jvm.options", service));
        files.put(main + "package-info.java", text("package-info.java", service));
        files.put(main + service.className() + "Service.java", text("Service.java", service));
        files.put(test + service.className() + "ContractTest.java", text("ContractTest.java", service));
        files.put("contracts/openapi/" + service.name() + ".yaml", text("openapi.yaml", service));
        return files;
    }

    private static String text(String file, NewService service) {
        try (InputStream in = ServiceTemplate.class.getResourceAsStream("service/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the template's file " + file + " is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@name@", service.name())
                    .replace("@path@", service.path())
                    .replace("@team@", service.team())
                    .replace("@package@", service.javaPackage())
                    .replace("@Class@", service.className());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
