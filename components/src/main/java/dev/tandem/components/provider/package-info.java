/** The components as a Pulumi package: schema and construction for programs in every Pulumi language. */
package dev.tandem.components.provider;
