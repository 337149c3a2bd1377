/**
 * Every key of a stack's configuration as plain data: what it means, its unit, default and effect on the cost. The JSON
 * Schema for editors and the tables of docs/config.md are written from it.
 */
package dev.tandem.infra.config.keys;
