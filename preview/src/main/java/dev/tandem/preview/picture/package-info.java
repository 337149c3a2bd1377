/** What a plan builds, as plain data for a picture: networks, what runs in them, and who may talk to whom. */
package dev.tandem.preview.picture;
