/** What a task's agent would write for its Envoy. */
package dev.tandem.ops.render;
