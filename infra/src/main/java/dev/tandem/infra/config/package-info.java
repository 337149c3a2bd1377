/**
 * The stack's configuration, read and checked in one go, before anything is declared.
 *
 * <p>Pure: text in, {@link dev.tandem.infra.config.StackConfig} or one {@link dev.tandem.infra.config.InvalidConfig} out.
 */
package dev.tandem.infra.config;
