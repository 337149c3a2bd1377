/** Several packs behind one main, told apart by the directory that the engine was given. Internal: for the packs of this repository. */
package dev.tandem.policy.dispatch;
