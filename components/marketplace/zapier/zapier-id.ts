/** The catalogue's entry for Zapier, which calls Patchbay rather than being called. */
export const zapierId = "zapier";
