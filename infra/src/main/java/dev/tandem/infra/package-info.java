/** The program of both stacks: configuration in, components declared, outputs out. */
package dev.tandem.infra;
