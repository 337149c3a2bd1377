/** What a Pulumi program in Java needs around its resources. */
package dev.tandem.components.program;
