/** The recipes for build servers in docs/policy-sdk/ci.md: what the servers would accept, and what their steps do. */
package dev.tandem.e2e.recipes;
