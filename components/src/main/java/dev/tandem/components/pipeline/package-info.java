/** Roles of the deployment pipeline, assumed by the build server's tokens: no key is kept anywhere. */
package dev.tandem.components.pipeline;
