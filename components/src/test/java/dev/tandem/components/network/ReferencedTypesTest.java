package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferencedTypesTest {

    private static final String WANTED = "com.pulumi.aws.ec2";

    @Test
    void ofAllThatIsOnTheClassPathTheSdkLoadsWhatIsWantedAndItsOuterPackages() throws IOException {
        List<String> excluded = ReferencedTypes.allBut(WANTED);
        Set<String> packages = ClassPath.from(getClass().getClassLoader()).getAllClasses().stream()
                .map(ClassPath.ClassInfo::getPackageName).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(500);
        assertThat(packages.stream().filter(name -> excluded.stream().noneMatch(name::startsWith)))
                .contains(WANTED, WANTED + ".inputs")
                .allMatch(name -> name.startsWith(WANTED) || WANTED.startsWith(name));
    }
}
