// The twenty checks of SamplePack.java, as resource policies or, with BENCH_STACK=1, as stack policies.
const { PolicyPack } = require("@pulumi/policy");

const stages = new Set(["dev", "test", "prod"]);
const open = (rules, say) => {
    for (const rule of rules || []) for (const cidr of rule.cidrBlocks || []) if (cidr === "0.0.0.0/0") say("open");
};
const list = (x) => (Array.isArray(x) ? x : x === undefined ? [] : [x]);

const checks = [
    ["tag-owner", "", (p, say) => { if (!p.tags || !p.tags.owner) say("no owner"); }],
    ["tag-env", "", (p, say) => { if (!p.tags || !stages.has(p.tags.env)) say("bad env"); }],
    ["name-length", "", (p, say) => { if ((p.name || "").length >= 64) say("long name"); }],
    ["not-public", "", (p, say) => { if (p.public) say("public"); }],
    ["region", "", (p, say) => { if (!(p.region || "").startsWith("eu-")) say("not EU"); }],
    ["bucket-acl", "bucket", (p, say) => { if ((p.acl || "").startsWith("public")) say("acl"); }],
    ["bucket-versioning", "bucket", (p, say) => { if (!p.versioning || !p.versioning.enabled) say("v"); }],
    ["bucket-encryption", "bucket", (p, say) => { if (p.encryption.rules[0].algorithm !== "aws:kms") say("algorithm"); }],
    ["group-ingress", "group", (p, say) => open(p.ingress, say)],
    ["group-egress", "group", (p, say) => open(p.egress, say)],
    ["group-description", "group", (p, say) => { if (!p.description) say("none"); }],
    ["role-actions", "role", (p, say) => {
        for (const s of JSON.parse(p.policy).Statement) if (list(s.Action).includes("*")) say("action *");
    }],
    ["role-boundary", "role", (p, say) => { if (!p.boundary) say("no boundary"); }],
    ["queue-key", "queue", (p, say) => { if (!p.kmsKey) say("no key"); }],
    ["queue-retention", "queue", (p, say) => { if (!(p.retention >= 3600)) say("short"); }],
    ["table-recovery", "table", (p, say) => { if (!p.recovery || !p.recovery.enabled) say("none"); }],
    ["instance-metadata", "instance", (p, say) => { if (!p.metadata || p.metadata.tokens !== "required") say("v1"); }],
    ["instance-disks", "instance", (p, say) => { for (const d of p.disks || []) if (!d.encrypted) say("disk"); }],
    ["log-retention", "log", (p, say) => { if (!(p.retentionInDays > 0)) say("ever"); }],
    ["function-runtime", "function", (p, say) => { if (p.runtime === "java8") say("old"); }],
];

const wanted = (type, r) => type === "" || r.type === "bench:index:" + type;

new PolicyPack("bench", {
    policies: checks.map(([name, type, check]) =>
        process.env.BENCH_STACK
            ? { name, description: "Checks " + name, enforcementLevel: "advisory",
                validateStack: (args, report) => {
                    for (const r of args.resources) if (wanted(type, r)) check(r.props, (m) => report(m, r.urn));
                } }
            : { name, description: "Checks " + name, enforcementLevel: "advisory",
                validateResource: (args, report) => { if (wanted(type, args)) check(args.props, report); } }),
});
