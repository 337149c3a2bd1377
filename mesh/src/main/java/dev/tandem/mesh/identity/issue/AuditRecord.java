package dev.tandem.mesh.identity.issue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The record of one certificate.
 *
 * @param event    {@code identity-issued}, {@code ca-created} or {@code ca-retired}
 * @param at       when
 * @param by       who asked
 * @param reason   why now
 * @param region   AWS region of the issuer
 * @param spiffeId whose
 * @param serial   serial number, hexadecimal
 * @param notAfter when it ends
 * @param issuer   name of the CA that signed
 */
public record AuditRecord(
        String event,
        Instant at,
        String by,
        String reason,
        String region,
        String spiffeId,
        String serial,
        Instant notAfter,
        String issuer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of JSON. */
    public String toJson() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", event);
        fields.put("at", at.toString());
        fields.put("by", by);
        fields.put("reason", reason);
        fields.put("region", region);
        fields.put("spiffeId", spiffeId);
        fields.put("serial", serial);
        fields.put("notAfter", notAfter.toString());
        fields.put("issuer", issuer);
        return JSON.valueToTree(fields).toString();
    }
}
