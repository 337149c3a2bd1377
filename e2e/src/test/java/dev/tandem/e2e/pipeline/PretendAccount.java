package dev.tandem.e2e.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two regions that remember: which image each ECS service runs, and which shares each service's versions have. Stand-ins of pulumi,
 * aws, tandem and of the tools that build and scan change and read them, so that one step finds what the step before it left.
 */
final class PretendAccount {

    private final Path state;

    /** Regions in which auth and persona run. */
    PretendAccount(Path directory, Map<String, String> running, String... regions) {
        this.state = directory.resolve("account");
        for (String region : regions) {
            running.forEach((service, image) -> {
                write(region + "/images/" + service + "-stable", image);
                write(region + "/shares/" + service, "stable 100 %, canary 0 %");
            });
        }
    }

    /** Image by ECS service. */
    Map<String, String> images(String region) {
        return all(region + "/images");
    }

    /** Shares by service, of those that have published routes. */
    Map<String, String> shares(String region) {
        return all(region + "/shares");
    }

    /** Puts the stand-ins in the place of the commands. */
    Steps on(Steps steps, String digest) {
        String region = "all=$*; r=${all#*--region }; r=${r%% *}; cd '" + state + "'/$r 2>/dev/null || cd '" + state + "'\n";
        steps.standIn("pulumi", """
                case "$1 $2" in
                  'config get') case $6 in *.auth.*|*.persona.*) exit 0 ;; esac
                    echo "error: configuration key '${6#tandem:}' not found for stack '$4'" >&2; exit 255 ;;
                  'config set') echo "#set $6 $7" >>"Pulumi.$4.yaml"; exit 0 ;;
                esac
                f=$PWD/Pulumi.$3.yaml; cd 'STATE'/$3/images
                for s in auth persona; do echo "tandem/prod/${s}:1.0.0" >$s-stable; done
                rm -f *-canary *-stg-*
                while read -r _ path value; do
                  s=${path%.*}; s=${s##*.}
                  case $path in *staging.services.*) s=$s-stg; [ -f ../shares/$s ] || echo 'stable 100 %, canary 0 %' >../shares/$s ;; esac
                  case $path in *.canaryImage) echo "$value" >$s-canary ;; *.image) echo "$value" >$s-stable ;; esac
                done < <(grep '^#set' "$f")
                """.replace("STATE", state.toString()));
        steps.standIn("aws", region + """
                case $all in
                  *describe-services*) s=${all#*--services }; s=${s%% *}; [ ! -f images/$s ] || echo "$s:1" ;;
                  *describe-task-definition*) d=${all#*--task-definition }; d=${d%%:*}
                    echo "111122223333.dkr.ecr.$r.amazonaws.com/$(cat images/$d)" ;;
                  *login*) echo password ;;
                esac
                """);
        steps.standIn("tandem", region + """
                s=$3; give() { echo "stable $((100 - $1)) %, canary $1 %" >shares/$s; }
                case "$1 $2" in
                  'status '*) for f in shares/*; do echo "${f#*/}  version 2  $(cat $f)"; done ;;
                  'canary start') [ -f images/$s-canary ] || exit 1; give 5 ;;
                  'canary step') give 50 ;;
                  'canary promote') give 100 ;;
                  'canary abort') give 0 ;;
                  'blue-green switch') case $all in *'--to canary'*) [ -f images/$s-canary ] || exit 1; give 100 ;; *) give 0 ;; esac ;;
                esac
                """);
        steps.standIn("k6", "").standIn("mvn", """
                case $* in
                  *contracts*) mkdir -p contracts/target/surefire-reports; touch contracts/target/surefire-reports/TEST-x.contracts.XTest.xml ;;
                  *makeAggregateBom*) mkdir -p target; echo '{"bom-ref": 1}' >target/sbom.json ;;
                esac
                """);
        steps.standIn("docker", "all=$*; all=${all#*dest=}; echo image >${all%%,*}");
        steps.standIn("trivy", "while [ $# -gt 0 ]; do [ \"$1\" != --output ] || echo '{}' >\"$2\"; shift; done");
        return steps.standIn("skopeo", "while [ $# -gt 0 ]; do [ \"$1\" != --digestfile ] || printf %s " + digest + " >\"$2\"; shift; done; cat >/dev/null")
                .with("TANDEM", steps.standIn("tandem").toString()).with("K6", steps.standIn("k6").toString());
    }

    private Map<String, String> all(String directory) {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> files = Files.list(state.resolve(directory))) {
            for (Path file : files.toList()) {
                out.put(file.getFileName().toString(), Files.readString(file).strip());
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(state.resolve(file).getParent());
            Files.writeString(state.resolve(file), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
