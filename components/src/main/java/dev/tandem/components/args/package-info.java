/** Shared by every component: checking arguments at the door. Pure, no Pulumi type. */
package dev.tandem.components.args;
