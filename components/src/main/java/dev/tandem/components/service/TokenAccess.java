package dev.tandem.components.service;

import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.IdentityAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a task may do with keys of tokens: read its own signing keys and the public keys of those whose tokens it verifies. Pure. */
final class TokenAccess {

    private TokenAccess() {}

    static List<Statement> ofTask(ServiceNames names, TokenKeys tokens) {
        List<Statement> statements = new ArrayList<>();
        if (tokens.signs()) {
            String signing = parameter(names, ServiceNames.signingKeys(names.project(), names.environment(), names.service()));
            statements.add(Statement.allow("ReadSigningKeys").actions("ssm:GetParameter").resources(signing).build());
            statements.add(IdentityAccess.parameterKey("DecryptSigningKeys", names.identities(), signing, "kms:Decrypt"));
        }
        List<String> known = Stream.concat(tokens.signs() ? Stream.of(names.service()) : Stream.empty(), tokens.verifies().stream())
                .distinct().sorted()
                .map(service -> parameter(names, ServiceNames.publicKeys(names.project(), names.environment(), service)))
                .toList();
        if (!known.isEmpty()) {
            statements.add(Statement.allow("ReadPublicKeys").actions("ssm:GetParameter").resources(known).build());
        }
        return statements;
    }

    private static String parameter(ServiceNames names, String name) {
        return names.arn("ssm", "parameter" + name);
    }
}
